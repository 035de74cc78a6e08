<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Attention</name>
    <message>
        <source>{hub} signed two different states</source>
        <translation>{hub} firmó dos estados distintos</translation>
    </message>
    <message>
        <source>What is here stays as it is, and nothing newer is taken until people have found out why. Tell the hub and the Secretariat, by telephone if you can.</source>
        <translation>Lo que hay aquí queda como está, y no se recibe nada más nuevo hasta que se averigüe por qué. Avise al hub y a la Secretaría, por teléfono si puede.</translation>
    </message>
    <message>
        <source>The key that signed for {hub} was withdrawn</source>
        <translation>Se retiró la clave que firmaba por {hub}</translation>
    </message>
    <message>
        <source>The last good state is shown. The next publication by another desk of the hub goes on from there.</source>
        <translation>Se muestra el último estado bueno. La próxima publicación de otro puesto del hub sigue desde ahí.</translation>
    </message>
    <message>
        <source>The signature of {hub} is out of date since {date}</source>
        <translation>La firma de {hub} está vencida desde: {date}</translation>
    </message>
    <message>
        <source>Everything can be read. No software of it should be installed before its coordinators renew it.</source>
        <translation>Todo se puede leer. No conviene instalar software suyo antes de que su coordinación la renueve.</translation>
    </message>
    <message>
        <source>The signature of {hub} ends on {date}</source>
        <translation>La firma de {hub} vence: {date}</translation>
    </message>
    <message>
        <source>Its coordinators renew it with their next publication.</source>
        <translation>Su coordinación la renueva con su próxima publicación.</translation>
    </message>
    <message>
        <source>Do not install {name}: it was withdrawn</source>
        <translation>No instale {name}: se retiró</translation>
    </message>
    <message>
        <source>Reason: {reason}. Remove it where it is installed; its copy here stays until you delete it.</source>
        <translation>Motivo: {reason}. Quítelo donde esté instalado; su copia aquí se conserva hasta que usted la elimine.</translation>
    </message>
    <message numerus="yes">
        <source>{collection} would withdraw %Ln record(s)</source>
        <translation>
            <numerusform>{collection} retiraría %Ln ficha</numerusform>
            <numerusform>{collection} retiraría %Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>That is much of the {records} that are here, so nothing was changed yet. Among them: {titles}. Ask the hub&apos;s coordinator if this surprises you. What is withdrawn stays in the bin for 90 days.</source>
        <translation>Es mucho de las {records} que hay aquí, así que aún no se modificó nada. Entre ellas: {titles}. Consulte a la coordinación del hub si esto le sorprende. Lo retirado queda en la papelera 90 días.</translation>
    </message>
    <message>
        <source>Withdraw them here too</source>
        <translation>Retirarlas aquí también</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) changed here and at the hub in the same place</source>
        <translation>
            <numerusform>%Ln ficha modificada aquí y en el hub en el mismo lugar</numerusform>
            <numerusform>%Ln fichas modificadas aquí y en el hub en el mismo lugar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost. Choose what to keep when you have time.</source>
        <translation>No se pierde nada. Elija qué conservar cuando tenga tiempo.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
</context>
<context>
    <name>BinnedEntry</name>
    <message>
        <source>Without a title</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>withdrawn {time}</source>
        <translation>retirada {time}</translation>
    </message>
    <message numerus="yes">
        <source>kept %Ln more day(s)</source>
        <translation>
            <numerusform>se conserva %Ln día más</numerusform>
            <numerusform>se conserva %Ln días más</numerusform>
        </translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Propose it anew</source>
        <translation>Proponer de nuevo</translation>
    </message>
</context>
<context>
    <name>Brand</name>
    <message>
        <source>What parliaments know, on this computer.</source>
        <translation>Lo que saben los parlamentos, en este equipo.</translation>
    </message>
    <message>
        <source>HubDesk keeps the shared catalogue here, so it works without a network. You decide when it sends or receives.</source>
        <translation>HubDesk guarda aquí el catálogo común: funciona sin red. Usted decide cuándo envía o recibe.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer unless you propose it.</source>
        <translation>Nada sale de este equipo si usted no lo propone.</translation>
    </message>
</context>
<context>
    <name>CarriedPage</name>
    <message>
        <source>Requests, proposals and answers of desks that have no network.</source>
        <translation>Solicitudes, propuestas y respuestas de puestos que no tienen red.</translation>
    </message>
    <message>
        <source>Carried for others</source>
        <translation>Llevado para otros</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Write files for others</source>
        <translation>Escribir archivos para otros</translation>
    </message>
    <message>
        <source>Take files in</source>
        <translation>Incorporar archivos</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Incorporar</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Take this file in?</source>
        <translation>¿Incorporar este archivo?</translation>
    </message>
    <message>
        <source>{file}: it is checked, and passed on to the hub at the next sync where it is for it.</source>
        <translation>{file}: se verifica y, si es para el hub, se le transmite en la próxima sincronización.</translation>
    </message>
    <message>
        <source>Nothing is carried. What others bring on a stick or in a mail appears here.</source>
        <translation>No se lleva nada. Lo que otros traen en una memoria USB o por correo aparece aquí.</translation>
    </message>
    <message>
        <source>A request to join, of desk {id}</source>
        <translation>Una solicitud para unirse, del puesto {id}</translation>
    </message>
    <message>
        <source>Proposals of desk {id}</source>
        <translation>Propuestas del puesto {id}</translation>
    </message>
    <message>
        <source>A signed publication of desk {id}</source>
        <translation>Una publicación firmada del puesto {id}</translation>
    </message>
    <message>
        <source>Answers for desk {id}</source>
        <translation>Respuestas para el puesto {id}</translation>
    </message>
    <message>
        <source>An admission for desk {id}</source>
        <translation>Una admisión para el puesto {id}</translation>
    </message>
    <message>
        <source>Something for desk {id}</source>
        <translation>Algo para el puesto {id}</translation>
    </message>
    <message>
        <source>{size}, here since {time}</source>
        <translation>{size}, aquí desde: {time}</translation>
    </message>
    <message>
        <source>The hub refused it</source>
        <translation>El hub lo rechazó</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Waits for the next sync or edition</source>
        <translation>Espera la próxima sincronización o edición</translation>
    </message>
    <message>
        <source>What desks carry (*.hubdesk)</source>
        <translation>Lo que llevan los puestos (*.hubdesk)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) taken in</source>
        <translation>
            <numerusform>%Ln archivo incorporado</numerusform>
            <numerusform>%Ln archivos incorporados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for this computer.</source>
        <translation>
            <numerusform>%Ln para este equipo.</numerusform>
            <numerusform>%Ln para este equipo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln carried on.</source>
        <translation>
            <numerusform>%Ln sigue su camino.</numerusform>
            <numerusform>%Ln siguen su camino.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already.</source>
        <translation>
            <numerusform>%Ln ya conocido.</numerusform>
            <numerusform>%Ln ya conocidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the files are written</source>
        <translation>Dónde se escriben los archivos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln archivo escrito</numerusform>
            <numerusform>%Ln archivos escritos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for members alone stay here: they travel in a sealed edition.</source>
        <translation>
            <numerusform>%Ln solo para miembros se queda aquí: viaja en una edición sellada.</numerusform>
            <numerusform>%Ln solo para miembros se quedan aquí: viajan en una edición sellada.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoicesCard</name>
    <message>
        <source>What goes in</source>
        <translation>Qué se incluye</translation>
    </message>
    <message>
        <source>Records always go whole, so that whoever opens the edition can search everything.</source>
        <translation>Las fichas van siempre todas, para que quien abra la edición pueda buscar en todo.</translation>
    </message>
    <message>
        <source>Files that are on this computer:</source>
        <translation>Archivos que están en este equipo:</translation>
    </message>
    <message>
        <source>Of records changed</source>
        <translation>De fichas modificadas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>The whole edition at most</source>
        <translation>Máximo de toda la edición</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>En cualquier momento</translation>
    </message>
    <message numerus="yes">
        <source>In the last %n day(s)</source>
        <translation>
            <numerusform>En el último %n día</numerusform>
            <numerusform>En los últimos %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Cualquier tamaño</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>Hasta {size}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Todos los idiomas</translation>
    </message>
</context>
<context>
    <name>ClashTable</name>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>What both began with</source>
        <translation>El punto de partida</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>La mía</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>La otra</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What will be saved</source>
        <translation>Lo que se guardará</translation>
    </message>
    <message>
        <source>Published or accepted</source>
        <translation>Publicada o aceptada</translation>
    </message>
    <message>
        <source>You, this computer</source>
        <translation>Usted, este equipo</translation>
    </message>
    <message>
        <source>Proposed to your hub</source>
        <translation>Propuesta a su hub</translation>
    </message>
    <message>
        <source>Published by the hub</source>
        <translation>Publicada por el hub</translation>
    </message>
    <message>
        <source>Only you changed it</source>
        <translation>Solo usted lo modificó</translation>
    </message>
    <message>
        <source>Only they changed it</source>
        <translation>Solo la otra parte lo modificó</translation>
    </message>
    <message>
        <source>Both changed it; joined</source>
        <translation>Ambas partes lo modificaron; unido</translation>
    </message>
    <message>
        <source>Both changed it alike</source>
        <translation>Ambas partes lo modificaron igual</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <translation>Espera su decisión</translation>
    </message>
    <message>
        <source>Decided by you</source>
        <translation>Decidido por usted</translation>
    </message>
    <message>
        <source>Choose one, or both.</source>
        <translation>Elija una, o las dos.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Elija una.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
</context>
<context>
    <name>ClashesPage</name>
    <message>
        <source>Two people changed the same record</source>
        <translation>Dos personas modificaron la misma ficha</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir más tarde</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>{title}. Nothing is lost: what is saved is up to you.</source>
        <translation>{title}. No se pierde nada: usted decide lo que se guarda.</translation>
    </message>
    <message>
        <source>Nothing waits for your decision here</source>
        <translation>Nada espera aquí su decisión</translation>
    </message>
    <message>
        <source>What two people changed in different places is joined by itself.</source>
        <translation>Lo que dos personas modificaron en lugares distintos se une automáticamente.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>{field}: decided</source>
        <translation>{field}: decidido</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) saved</source>
        <translation>
            <numerusform>%Ln decisión guardada</numerusform>
            <numerusform>%Ln decisiones guardadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionName</name>
    <message>
        <source>{hub}, {readers}</source>
        <translation>{hub}, {readers}</translation>
    </message>
    <message>
        <source>public</source>
        <translation>público</translation>
    </message>
    <message>
        <source>members only</source>
        <translation>solo miembros</translation>
    </message>
</context>
<context>
    <name>CollectionState</name>
    <message>
        <source>as of {time}</source>
        <translation>datos de {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>First copy: {percent} here</source>
        <translation>Primera copia: {percent} aquí</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Aún no hay nada aquí</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versión {number}</translation>
    </message>
</context>
<context>
    <name>CollectionsCard</name>
    <message>
        <source>Followed on this computer</source>
        <translation>Seguido en este equipo</translation>
    </message>
    <message>
        <source>Choose what to follow</source>
        <translation>Elegir qué seguir</translation>
    </message>
    <message>
        <source>No collection is followed. The catalogue holds only what is written here.</source>
        <translation>No se sigue ninguna colección. El catálogo solo contiene lo que se escribe aquí.</translation>
    </message>
</context>
<context>
    <name>CollectionsPart</name>
    <message>
        <source>Its collections</source>
        <translation>Sus colecciones</translation>
    </message>
    <message>
        <source>Tick what you follow</source>
        <translation>Marque lo que sigue</translation>
    </message>
    <message>
        <source>Nothing of this hub is on this computer, and no server is known to have it.</source>
        <translation>Nada de este hub está en este equipo, y no se conoce ningún servidor que lo tenga.</translation>
    </message>
    <message>
        <source>Follow: {readers}</source>
        <translation>Seguir: {readers}</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>No está en este equipo</translation>
    </message>
    <message>
        <source>Signed with key {key}, checked on this computer</source>
        <translation>Firmado con la clave {key}, verificado en este equipo</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Name or office</source>
        <translation>Nombre u oficina</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institución</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
</context>
<context>
    <name>ContentsCard</name>
    <message>
        <source>What it will hold</source>
        <translation>Qué contendrá</translation>
    </message>
    <message numerus="yes">
        <source>Catalogue, all %Ln record(s)</source>
        <translation>
            <numerusform>Catálogo completo, %Ln ficha</numerusform>
            <numerusform>Catálogo completo, %Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>Always included: everything can be searched</source>
        <translation>Siempre incluido: se puede buscar en todo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) chosen</source>
        <translation>
            <numerusform>%Ln archivo elegido</numerusform>
            <numerusform>%Ln archivos elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>{chosen} of {all}</source>
        <translation>{chosen} de {all}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay out</source>
        <translation>
            <numerusform>%Ln archivo queda fuera</numerusform>
            <numerusform>%Ln archivos quedan fuera</numerusform>
        </translation>
    </message>
    <message>
        <source>its record says that it may not be passed on</source>
        <translation>su ficha dice que no se puede transmitir</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>no está en este equipo</translation>
    </message>
    <message>
        <source>damaged on this computer</source>
        <translation>dañado en este equipo</translation>
    </message>
    <message>
        <source>would not fit</source>
        <translation>no cabría</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>usted lo dejó fuera</translation>
    </message>
    <message>
        <source>its record was written earlier</source>
        <translation>su ficha se escribió antes</translation>
    </message>
    <message>
        <source>its record is of another kind</source>
        <translation>su ficha es de otro tipo</translation>
    </message>
    <message>
        <source>its record is in another language</source>
        <translation>su ficha está en otro idioma</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>no se pidió</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Incluirlo</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoordinatorsPart</name>
    <message>
        <source>Who coordinates</source>
        <translation>Quién coordina</translation>
    </message>
    <message>
        <source>No admission of a coordinator is on this computer.</source>
        <translation>En este equipo no hay ninguna admisión de coordinador.</translation>
    </message>
    <message>
        <source>Desk {key}</source>
        <translation>Puesto {key}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>desde {date}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>Year, month or day</source>
        <translation>Año, mes o día</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>There is nothing to propose: nothing was changed.</source>
        <translation>No hay nada que proponer: no se modificó nada.</translation>
    </message>
    <message>
        <source>It was never published, so nothing of it remains. This cannot be undone.</source>
        <translation>Nunca se publicó, así que no quedará nada. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>What is published stays as it is. What you changed is lost; this cannot be undone.</source>
        <translation>Lo publicado queda como está. Lo que modificó se perderá; esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete this draft?</source>
        <translation>¿Eliminar este borrador?</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Eliminar el borrador</translation>
    </message>
    <message>
        <source>A withdrawal is proposed like any change. Once it is published, searches no longer show the record; its history stays.</source>
        <translation>Una retirada se propone como cualquier cambio. Una vez publicada, las búsquedas ya no muestran la ficha; su historial se conserva.</translation>
    </message>
    <message>
        <source>Withdraw this record?</source>
        <translation>¿Retirar esta ficha?</translation>
    </message>
    <message>
        <source>Write the withdrawal</source>
        <translation>Redactar la retirada</translation>
    </message>
    <message>
        <source>Why, in a sentence that everyone may read</source>
        <translation>Por qué, en una frase que todos pueden leer</translation>
    </message>
    <message>
        <source>The version of {time} is in the form now</source>
        <translation>El formulario contiene ahora la versión: {time}</translation>
    </message>
    <message>
        <source>It is a draft like any other until you propose it.</source>
        <translation>Es un borrador como cualquier otro hasta que lo proponga.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Also noted</source>
        <translation>También anotado</translation>
    </message>
    <message>
        <source>A record that is not on this computer</source>
        <translation>Una ficha que no está en este equipo</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>The chosen record</source>
        <translation>La ficha elegida</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>Volver a los resultados</translation>
    </message>
    <message>
        <source>The original ({language}) has changed since this was translated.</source>
        <translation>El original ({language}) cambió desde que se tradujo esto.</translation>
    </message>
    <message>
        <source>Its content was deleted here and everywhere that this was heard of. Its place stays.</source>
        <translation>Su contenido se eliminó aquí y en todo lugar donde se supo. Su lugar se conserva.</translation>
    </message>
    <message>
        <source>This record was erased</source>
        <translation>Esta ficha se borró</translation>
    </message>
    <message>
        <source>This record was withdrawn</source>
        <translation>Esta ficha se retiró</translation>
    </message>
    <message>
        <source>The Secretariat withdrew this record</source>
        <translation>La Secretaría retiró esta ficha</translation>
    </message>
    <message>
        <source>A draft on this computer; nobody else sees it</source>
        <translation>Un borrador en este equipo; nadie más lo ve</translation>
    </message>
    <message>
        <source>Waits to be sent; the hub has not signed it yet</source>
        <translation>Espera envío; el hub aún no la firmó</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin verificar</translation>
    </message>
    <message>
        <source>Shown in {language}: there is no text in your language yet.</source>
        <translation>Se muestra en {language}: aún no hay texto en su idioma.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>{size} to come</source>
        <translation>{size} por llegar</translation>
    </message>
    <message>
        <source>Get the files, {size}</source>
        <translation>Obtener los archivos, {size}</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Seguir escribiendo</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Suggest a change</source>
        <translation>Sugerir un cambio</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Fetch before all others: {name}</source>
        <translation>Obtener antes que los demás: {name}</translation>
    </message>
    <message>
        <source>Pause: {name}</source>
        <translation>Poner en pausa: {name}</translation>
    </message>
    <message>
        <source>Go on with: {name}</source>
        <translation>Seguir con: {name}</translation>
    </message>
    <message>
        <source>Take off the list: {name}</source>
        <translation>Quitar de la lista: {name}</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>pausado por usted</translation>
    </message>
    <message>
        <source>every piece checked</source>
        <translation>cada parte verificada</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>{name} is on this computer</source>
        <translation>{name} está en este equipo</translation>
    </message>
    <message>
        <source>Get the files	Space</source>
        <translation>Obtener los archivos	Espacio</translation>
    </message>
    <message>
        <source>Copy the record’s identifier</source>
        <translation>Copiar el identificador de la ficha</translation>
    </message>
    <message>
        <source>This address lies outside HubDesk</source>
        <translation>Esta dirección está fuera de HubDesk</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>pausado por usted</translation>
    </message>
    <message>
        <source>Save a copy of {name}</source>
        <translation>Guardar una copia de {name}</translation>
    </message>
    <message>
        <source>A copy was saved and checked</source>
        <translation>Se guardó y verificó una copia</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
</context>
<context>
    <name>DownloadsCard</name>
    <message>
        <source>Files to come</source>
        <translation>Archivos por llegar</translation>
    </message>
    <message>
        <source>Nothing is on its way. Files that you ask for appear here until they are whole.</source>
        <translation>Nada está en camino. Los archivos que pide aparecen aquí hasta que estén completos.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar %Ln más</numerusform>
            <numerusform>Mostrar %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} to come</source>
        <translation>{size} por llegar</translation>
    </message>
    <message>
        <source>about {time} at this speed</source>
        <translation>unos {time} a esta velocidad</translation>
    </message>
</context>
<context>
    <name>DraftEntry</name>
    <message>
        <source>Without a title</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>guardado {time}</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Su decisión</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Retirada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln punto por resolver</numerusform>
            <numerusform>%Ln puntos por resolver</numerusform>
        </translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nueva ficha</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Ready to propose</source>
        <translation>Listo para proponer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Proponer</translation>
    </message>
</context>
<context>
    <name>EditionPage</name>
    <message>
        <source>Make an edition</source>
        <translation>Hacer una edición</translation>
    </message>
    <message>
        <source>Records and files on a stick, a disk or in a mail, for those whom no line reaches.</source>
        <translation>Fichas y archivos en una memoria USB, un disco o un correo, para quienes no tienen conexión.</translation>
    </message>
    <message>
        <source>Open an edition</source>
        <translation>Abrir una edición</translation>
    </message>
    <message>
        <source>Carried for others</source>
        <translation>Llevado para otros</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation>Elegir dónde</translation>
    </message>
    <message>
        <source>Write and check</source>
        <translation>Escribir y verificar</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>Where the edition is written</source>
        <translation>Dónde se escribe la edición</translation>
    </message>
    <message>
        <source>Not chosen yet where it is written</source>
        <translation>Aún no se eligió dónde se escribe</translation>
    </message>
    <message>
        <source>A stick, a folder on a disk, or one file for a mail</source>
        <translation>Una memoria USB, una carpeta de un disco o un solo archivo para un correo</translation>
    </message>
    <message>
        <source>{size} free. What else lies there is left alone.</source>
        <translation>{size} libres. Lo demás que haya ahí no se toca.</translation>
    </message>
    <message>
        <source>Writing the edition</source>
        <translation>Escribiendo la edición</translation>
    </message>
    <message>
        <source>The edition is written and was checked</source>
        <translation>La edición se escribió y se verificó</translation>
    </message>
    <message>
        <source>{files}, {size} in all. It can be opened with a double-click or by HubDesk.</source>
        <translation>{files}, {size} en total. Se puede abrir con doble clic o con HubDesk.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing was stopped</source>
        <translation>Se detuvo la escritura</translation>
    </message>
    <message>
        <source>An earlier edition in that place is as it was. Nothing else was changed.</source>
        <translation>Si ya había una edición en ese lugar, está como estaba. No se modificó nada más.</translation>
    </message>
    <message>
        <source>Editions and their parts (bagit.txt *.zip *.age *.part)</source>
        <translation>Ediciones y sus partes (bagit.txt *.zip *.age *.part)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>For which hub</source>
        <translation>Para qué hub</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation>No hay ninguna ficha abierta</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>New record: {kind}</source>
        <translation>Nueva ficha: {kind}</translation>
    </message>
    <message>
        <source>{kind} without a title</source>
        <translation>{kind} sin título</translation>
    </message>
    <message>
        <source>members only</source>
        <translation>solo miembros</translation>
    </message>
    <message>
        <source>Nothing is changed yet. What you change becomes a draft; what is published stays.</source>
        <translation>Aún no se modificó nada. Lo que modifique será un borrador; lo publicado se conserva.</translation>
    </message>
    <message>
        <source>This came back with a comment</source>
        <translation>Esto volvió con un comentario</translation>
    </message>
    <message>
        <source>This draft withdraws the record</source>
        <translation>Este borrador retira la ficha</translation>
    </message>
    <message>
        <source>This record was withdrawn</source>
        <translation>Esta ficha se retiró</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motivo: {reason}</translation>
    </message>
    <message>
        <source>A change to this record waits in the outbox</source>
        <translation>Un cambio de esta ficha espera en la bandeja de salida</translation>
    </message>
    <message>
        <source>What you change now replaces it when you propose again.</source>
        <translation>Lo que modifique ahora lo sustituirá cuando proponga de nuevo.</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Volver al formulario</translation>
    </message>
    <message>
        <source>Proposed. It waits in the outbox until the next sync.</source>
        <translation>Propuesto. Espera en la bandeja de salida hasta la próxima sincronización.</translation>
    </message>
    <message>
        <source>Accepted: the next publication of {hub} erases it for everybody.</source>
        <translation>Aceptado: la próxima publicación de {hub} la borra para todos.</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message numerus="yes">
        <source>%Ln field(s) changed here and at the hub. Nothing is lost; choose what to keep.</source>
        <translation>
            <numerusform>%Ln campo modificado aquí y en el hub. No se pierde nada; elija qué conservar.</numerusform>
            <numerusform>%Ln campos modificados aquí y en el hub. No se pierde nada; elija qué conservar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase “{title}”?</source>
        <translation>¿Borrar «{title}»?</translation>
    </message>
    <message>
        <source>With your next publication every desk and the server delete it with its whole history, its files and every copy of them, as soon as they hear of it. This cannot be undone.</source>
        <translation>Con su próxima publicación, cada puesto y el servidor la eliminan con todo su historial, sus archivos y cada copia de ellos, en cuanto se enteren. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Never reached: desks without contact, sticks, mails, paper, files saved elsewhere and copies that the server’s administrators keep. Only the kind, the reason and the date remain.</source>
        <translation>No alcanza a los puestos sin contacto, las memorias USB, los correos, el papel, los archivos guardados en otro lugar ni las copias que guarda la administración del servidor. Solo quedan el tipo, el motivo y la fecha.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Elija un motivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Erase it for everybody</source>
        <translation>Borrarla para todos</translation>
    </message>
</context>
<context>
    <name>FacetPane</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
</context>
<context>
    <name>FailurePanel</name>
    <message>
        <source>Save now</source>
        <translation>Guardar ahora</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Salir sin guardar</translation>
    </message>
    <message>
        <source>What you typed last is still being saved</source>
        <translation>Aún se está guardando lo último que escribió</translation>
    </message>
    <message>
        <source>HubDesk waited some seconds. Stay until the draft is saved, or try again.</source>
        <translation>HubDesk esperó unos segundos. Quédese hasta que se guarde el borrador, o inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>What you typed is in this window only. HubDesk tries again every few seconds. {why} {then}</source>
        <translation>Lo que escribió solo está en esta ventana. HubDesk lo intenta de nuevo cada pocos segundos. {why} {then}</translation>
    </message>
    <message>
        <source>The draft could not be saved</source>
        <translation>No se pudo guardar el borrador</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>seen by members only</source>
        <translation>solo lo ven los miembros</translation>
    </message>
    <message>
        <source>needed to publish</source>
        <translation>necesario para publicar</translation>
    </message>
    <message>
        <source>better with it</source>
        <translation>conviene indicarlo</translation>
    </message>
    <message>
        <source>{count} of {limit} characters</source>
        <translation>{count} de {limit} caracteres</translation>
    </message>
</context>
<context>
    <name>FileEntry</name>
    <message>
        <source>Take away {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>Licence as for the record</source>
        <translation>Licencia: la de la ficha</translation>
    </message>
    <message>
        <source>Passing on as for the record</source>
        <translation>Transmisión: como la ficha</translation>
    </message>
    <message>
        <source>May be passed on: {answer}</source>
        <translation>Se puede transmitir: {answer}</translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>Save a copy of {name}</source>
        <translation>Guardar una copia de {name}</translation>
    </message>
    <message>
        <source>Pause {name}</source>
        <translation>Poner {name} en pausa</translation>
    </message>
    <message>
        <source>Get {name}</source>
        <translation>Obtener {name}</translation>
    </message>
    <message>
        <source>{size} · on this computer</source>
        <translation>{size} · en este equipo</translation>
    </message>
    <message>
        <source>{size} · not here yet</source>
        <translation>{size} · aún no está aquí</translation>
    </message>
    <message>
        <source>{text} · not to be passed on</source>
        <translation>{text} · no transmitir</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>or drop them here</source>
        <translation>o suéltelos aquí</translation>
    </message>
    <message>
        <source>Copying {names}</source>
        <translation>Copiando {names}</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Files that come by themselves</source>
        <translation>Archivos que llegan automáticamente</translation>
    </message>
    <message>
        <source>None, and the list of files to come rests</source>
        <translation>Ninguno, y la lista de archivos por llegar queda en pausa</translation>
    </message>
    <message>
        <source>Those that I ask for</source>
        <translation>Los que yo pido</translation>
    </message>
    <message>
        <source>Also all of these:</source>
        <translation>También todos estos:</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>Hasta {size}</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Cualquier tamaño</translation>
    </message>
    <message>
        <source>All hubs</source>
        <translation>Todos los hubs</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Todos los idiomas</translation>
    </message>
    <message numerus="yes">
        <source>Several (%Ln)</source>
        <translation>
            <numerusform>Varios (%Ln)</numerusform>
            <numerusform>Varios (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), {size}.</source>
        <translation>
            <numerusform>%Ln archivo, {size}.</numerusform>
            <numerusform>%Ln archivos, {size}.</numerusform>
        </translation>
    </message>
    <message>
        <source>No file is meant by this yet.</source>
        <translation>Esto aún no abarca ningún archivo.</translation>
    </message>
    <message>
        <source>All of them are on this computer.</source>
        <translation>Todos están en este equipo.</translation>
    </message>
    <message>
        <source>{size} still to come, about {time} at the speed measured here.</source>
        <translation>{size} por llegar, unos {time} a la velocidad medida aquí.</translation>
    </message>
    <message>
        <source>{size} still to come.</source>
        <translation>{size} por llegar.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>What is left to do</source>
        <translation>Lo que queda por hacer</translation>
    </message>
    <message>
        <source>Mine, theirs and before all stay in the record&apos;s history.</source>
        <translation>La mía, la otra y la de antes quedan en el historial de la ficha.</translation>
    </message>
    <message>
        <source>Save result</source>
        <translation>Guardar el resultado</translation>
    </message>
    <message>
        <source>The result is a draft of yours. Propose it when it is ready.</source>
        <translation>El resultado es un borrador suyo. Propóngalo cuando esté listo.</translation>
    </message>
    <message>
        <source>The result goes to the outbox and is sent at the next sync.</source>
        <translation>El resultado va a la bandeja de salida y se envía en la próxima sincronización.</translation>
    </message>
    <message>
        <source>The result is accepted, and goes out when you publish.</source>
        <translation>El resultado queda aceptado y sale cuando usted publica.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) settled</source>
        <translation>
            <numerusform>%Ln campo resuelto</numerusform>
            <numerusform>%Ln campos resueltos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{settled}, %Ln left</source>
        <translation>
            <numerusform>{settled}, queda %Ln</numerusform>
            <numerusform>{settled}, quedan %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Save what is decided</source>
        <translation>Guardar lo decidido</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Eliminar el borrador</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Dejar como borrador</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Proponer</translation>
    </message>
    <message>
        <source>Propose to {hub}</source>
        <translation>Proponer: {hub}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle before you can propose: {names}</source>
        <translation>
            <numerusform>%Ln punto por resolver antes de proponer: {names}</numerusform>
            <numerusform>%Ln puntos por resolver antes de proponer: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to propose. %Ln field(s) would make it more useful.</source>
        <translation>
            <numerusform>Listo para proponer. %Ln campo más la haría más útil.</numerusform>
            <numerusform>Listo para proponer. %Ln campos más la harían más útil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to propose.</source>
        <translation>Listo para proponer.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>The same in every language</source>
        <translation>Igual en todos los idiomas</translation>
    </message>
    <message>
        <source>Kept unchanged</source>
        <translation>Se conserva sin cambios</translation>
    </message>
    <message>
        <source>This form does not edit these fields. They stay in the record as they are.</source>
        <translation>Este formulario no edita estos campos. Quedan en la ficha como están.</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>{figures} kB</source>
        <translation>{figures} kB</translation>
    </message>
    <message>
        <source>{figures} MB</source>
        <translation>{figures} MB</translation>
    </message>
    <message>
        <source>{figures} GB</source>
        <translation>{figures} GB</translation>
    </message>
    <message>
        <source>{here} of {whole}</source>
        <translation>{here} de {whole}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>{figures} %</source>
        <translation>{figures} %</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <source>{h} h</source>
        <translation>{h} h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>{days} {h} h</source>
        <translation>{days} {h} h</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>hoy, {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>ayer, {time}</translation>
    </message>
    <message>
        <source>European Union</source>
        <translation>Unión Europea</translation>
    </message>
    <message>
        <source>{items} + {count}</source>
        <translation>{items} + {count}</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Parts of the form</source>
        <translation>Partes del formulario</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>All of it lies on this computer.</source>
        <translation>Todo está en este equipo.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En breve</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Encontrar</translation>
    </message>
    <message>
        <source>Type a few letters in the search field: what lies on this computer is searched as you type, in every language, with or without a network. Choices at the side narrow it down.</source>
        <translation>Escriba unas letras en el campo de búsqueda: lo que hay en este equipo se busca mientras escribe, en todos los idiomas, con red o sin ella. Las opciones del lado acotan el resultado.</translation>
    </message>
    <message>
        <source>Fetch a file</source>
        <translation>Obtener un archivo</translation>
    </message>
    <message>
        <source>Records come with each sync, their files only when you ask. A download that was cut goes on from the last byte, and every piece is checked.</source>
        <translation>Las fichas llegan con cada sincronización; sus archivos, solo cuando los pide. Una descarga cortada sigue desde el último byte, y cada parte se verifica.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>A new record or a change is a draft, kept on this computer as you type. Propose it when it is ready; until then nobody else sees it.</source>
        <translation>Una ficha nueva o un cambio es un borrador, que se guarda en este equipo mientras escribe. Propóngalo cuando esté listo; hasta entonces nadie más lo ve.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronizar</translation>
    </message>
    <message>
        <source>A sync sends what you proposed and brings what changed, in one short exchange. When the link goes down, what arrived is safe and the rest follows.</source>
        <translation>Una sincronización envía lo que propuso y trae lo que cambió, en un intercambio breve. Si se corta la conexión, lo que llegó está a salvo y el resto viene después.</translation>
    </message>
    <message>
        <source>What becomes of a proposal</source>
        <translation>Qué pasa con una propuesta</translation>
    </message>
    <message>
        <source>A coordinator of the hub accepts it, or returns it with a comment; then it is a draft again. Nothing you wrote is ever lost: earlier versions stay readable in the history.</source>
        <translation>Un coordinador del hub la acepta o la devuelve con un comentario; entonces vuelve a ser un borrador. Nada de lo que escribió se pierde: las versiones anteriores quedan en el historial.</translation>
    </message>
    <message>
        <source>Whom to trust</source>
        <translation>En quién confiar</translation>
    </message>
    <message>
        <source>A shield means that this computer checked the hub’s signature. Where it says “Not checked”, ask before you rely on it.</source>
        <translation>Un escudo significa que este equipo verificó la firma del hub. Donde dice «Sin verificar», pregunte antes de confiar en ello.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ficha</translation>
    </message>
    <message>
        <source>One entry of the catalogue: a tool, a document, a case.</source>
        <translation>Una entrada del catálogo: una herramienta, un documento, un caso.</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>A parliament’s desk that gathers and publishes records.</source>
        <translation>La oficina de un parlamento que reúne y publica fichas.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>A hub’s records for everybody, or for members only.</source>
        <translation>Las fichas de un hub, para todos o solo para los miembros.</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En espera de envío</translation>
    </message>
    <message>
        <source>Your proposals until their hub has settled them.</source>
        <translation>Sus propuestas, hasta que su hub las resuelva.</translation>
    </message>
    <message>
        <source>Keys everywhere</source>
        <translation>Teclas en todas partes</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Parte siguiente de la ventana</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Parte anterior</translation>
    </message>
    <message>
        <source>First place of the rail; Alt+2 the second, and so on</source>
        <translation>Primer lugar de la barra; Alt+2 el segundo, y así sucesivamente</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nueva ficha</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Esta ayuda</translation>
    </message>
    <message>
        <source>Keys in lists</source>
        <translation>Teclas en las listas</translation>
    </message>
    <message>
        <source>From the search into the results</source>
        <translation>De la búsqueda a los resultados</translation>
    </message>
    <message>
        <source>To the record’s details</source>
        <translation>Al detalle de la ficha</translation>
    </message>
    <message>
        <source>Fetch its files, or stop</source>
        <translation>Obtener sus archivos, o detener</translation>
    </message>
    <message>
        <source>What can be done with a row</source>
        <translation>Qué se puede hacer con una fila</translation>
    </message>
    <message>
        <source>Clear, then back</source>
        <translation>Borrar, luego volver</translation>
    </message>
    <message>
        <source>Keys when writing</source>
        <translation>Teclas al escribir</translation>
    </message>
    <message>
        <source>Keep the draft (it is kept anyway)</source>
        <translation>Guardar el borrador (se guarda de todos modos)</translation>
    </message>
    <message>
        <source>Propose, or confirm</source>
        <translation>Proponer, o confirmar</translation>
    </message>
    <message>
        <source>Next language</source>
        <translation>Idioma siguiente</translation>
    </message>
    <message>
        <source>Language before</source>
        <translation>Idioma anterior</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar %Ln más</numerusform>
            <numerusform>Mostrar %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Get the earlier versions</source>
        <translation>Obtener las versiones anteriores</translation>
    </message>
    <message>
        <source>An earlier version</source>
        <translation>Una versión anterior</translation>
    </message>
    <message>
        <source>Compare the version of {time}</source>
        <translation>Comparar la versión: {time}</translation>
    </message>
    <message>
        <source>Bring back the version of {time}</source>
        <translation>Recuperar la versión: {time}</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>No está en este equipo</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Published now</source>
        <translation>Publicada ahora</translation>
    </message>
    <message>
        <source>Written on this computer</source>
        <translation>Escrita en este equipo</translation>
    </message>
    <message>
        <source>Written elsewhere</source>
        <translation>Escrita en otro lugar</translation>
    </message>
</context>
<context>
    <name>HubCard</name>
    <message>
        <source>Open: {hub}</source>
        <translation>Abrir: {hub}</translation>
    </message>
    <message>
        <source>Nothing of it on this computer</source>
        <translation>Nada de él en este equipo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln collection(s)</source>
        <translation>
            <numerusform>%Ln colección</numerusform>
            <numerusform>%Ln colecciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>no se sigue</translation>
    </message>
    <message>
        <source>You: {role}</source>
        <translation>Usted: {role}</translation>
    </message>
</context>
<context>
    <name>HubSheet</name>
    <message>
        <source>About this hub</source>
        <translation>Acerca de este hub</translation>
    </message>
    <message>
        <source>Open its record</source>
        <translation>Abrir su ficha</translation>
    </message>
    <message>
        <source>Open to: {whom}</source>
        <translation>Abierto a: {whom}</translation>
    </message>
    <message>
        <source>All hubs</source>
        <translation>Todos los hubs</translation>
    </message>
    <message>
        <source>Signatures checked on this computer</source>
        <translation>Firmas verificadas en este equipo</translation>
    </message>
    <message>
        <source>You: {role}</source>
        <translation>Usted: {role}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln participante</numerusform>
            <numerusform>%Ln participantes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubWording</name>
    <message>
        <source>Host: not known here</source>
        <translation>Anfitrión: no se conoce aquí</translation>
    </message>
    <message>
        <source>Host: {name}</source>
        <translation>Anfitrión: {name}</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>datos de {time}</translation>
    </message>
    <message>
        <source>Signed with key {key}</source>
        <translation>Firmado con la clave {key}</translation>
    </message>
</context>
<context>
    <name>HubsPage</name>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar</translation>
    </message>
    <message>
        <source>Hubs</source>
        <translation>Hubs</translation>
    </message>
    <message>
        <source>Each hub is run by a parliament. Choose what this computer follows.</source>
        <translation>Cada hub está a cargo de un parlamento. Elija qué sigue este equipo.</translation>
    </message>
    <message>
        <source>Join another hub</source>
        <translation>Unirse a otro hub</translation>
    </message>
    <message>
        <source>No hub is known on this computer yet</source>
        <translation>Aún no se conoce ningún hub en este equipo</translation>
    </message>
    <message>
        <source>A hub’s coordinator sends you an invite: one line of text. It is all you need.</source>
        <translation>La coordinación de un hub le envía una invitación: una línea de texto. No hace falta nada más.</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>Unirse a un hub</translation>
    </message>
    <message>
        <source>Also named in the Centre’s records</source>
        <translation>También nombrados en las fichas del Centro</translation>
    </message>
    <message>
        <source>{collection} is followed from now on</source>
        <translation>{collection}: se sigue desde ahora</translation>
    </message>
    <message>
        <source>Its records come with the next sync.</source>
        <translation>Sus fichas llegan con la próxima sincronización.</translation>
    </message>
    <message>
        <source>{collection} is followed no longer</source>
        <translation>{collection}: ya no se sigue</translation>
    </message>
    <message>
        <source>What is on this computer stays and grows old. Follow it again at any time.</source>
        <translation>Lo que hay en este equipo se queda y envejece. Puede volver a seguirla cuando quiera.</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Proposals</source>
        <translation>Propuestas</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Aceptar todo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln abierta</numerusform>
            <numerusform>%Ln abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all without problems (%Ln)</source>
        <translation>
            <numerusform>Aceptar lo que no tiene problemas (%Ln)</numerusform>
            <numerusform>Aceptar lo que no tiene problemas (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>Nada espera su decisión</translation>
    </message>
    <message>
        <source>New proposals come with each sync.</source>
        <translation>Las propuestas nuevas llegan con cada sincronización.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) accepted</source>
        <translation>
            <numerusform>%Ln propuesta aceptada</numerusform>
            <numerusform>%Ln propuestas aceptadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) could not be accepted</source>
        <translation>
            <numerusform>No se pudo aceptar %Ln propuesta</numerusform>
            <numerusform>No se pudieron aceptar %Ln propuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay open. What stands in the way is said in each.</source>
        <translation>Siguen abiertas. En cada una se dice qué lo impide.</translation>
    </message>
    <message>
        <source>Returned. Your comment is sent when you publish.</source>
        <translation>Devuelta. Su comentario se envía cuando publica.</translation>
    </message>
    <message>
        <source>Publishing {hub}</source>
        <translation>Publicación: {hub}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) published</source>
        <translation>
            <numerusform>%Ln cambio publicado</numerusform>
            <numerusform>%Ln cambios publicados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{collection} is version {version} now, with %Ln record(s).</source>
        <translation>
            <numerusform>{collection} está ahora en la versión {version}, con %Ln ficha.</numerusform>
            <numerusform>{collection} está ahora en la versión {version}, con %Ln fichas.</numerusform>
        </translation>
    </message>
    <message>
        <source>{up} sent, {down} received.</source>
        <translation>{up} enviados, {down} recibidos.</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %Ln record(s)?</source>
        <translation>
            <numerusform>¿Retirar %Ln ficha?</numerusform>
            <numerusform>¿Retirar %Ln fichas?</numerusform>
        </translation>
    </message>
    <message>
        <source>That is much of this collection. Every desk holds it back until a person there has looked. Nothing has been signed yet.</source>
        <translation>Es gran parte de esta colección. Cada puesto lo retiene hasta que alguien allí lo mire. Aún no se firmó nada.</translation>
    </message>
    <message>
        <source>Sign and publish</source>
        <translation>Firmar y publicar</translation>
    </message>
    <message>
        <source>Type the number of records that you mean to withdraw</source>
        <translation>Escriba el número de fichas que quiere retirar</translation>
    </message>
</context>
<context>
    <name>InvitePreview</name>
    <message>
        <source>This is not an invite</source>
        <translation>Esto no es una invitación</translation>
    </message>
    <message>
        <source>A part of this invite is missing or was changed</source>
        <translation>A esta invitación le falta una parte o se modificó</translation>
    </message>
    <message>
        <source>This HubDesk cannot read this invite</source>
        <translation>Este HubDesk no sabe leer esta invitación</translation>
    </message>
    <message>
        <source>An invite begins with hubdesk-1- and is one long line. Nothing was sent.</source>
        <translation>Una invitación empieza con hubdesk-1- y es una sola línea larga. No se envió nada.</translation>
    </message>
    <message>
        <source>Copy the whole line again as it was sent to you. Line breaks do no harm. Nothing was sent.</source>
        <translation>Copie de nuevo toda la línea, tal como se la enviaron. Los saltos de línea no importan. No se envió nada.</translation>
    </message>
    <message>
        <source>This invite ended {time}</source>
        <translation>Esta invitación venció: {time}</translation>
    </message>
    <message>
        <source>Ask the hub’s coordinator for a new one. Nothing was sent.</source>
        <translation>Pida una nueva a la coordinación del hub. No se envió nada.</translation>
    </message>
    <message>
        <source>{role}: {meaning}</source>
        <translation>{role}: {meaning}</translation>
    </message>
    <message>
        <source>You come as</source>
        <translation>Usted entra como</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válida hasta</translation>
    </message>
    <message>
        <source>you find and read</source>
        <translation>usted encuentra y lee</translation>
    </message>
    <message>
        <source>you also write and propose</source>
        <translation>además, escribe y propone</translation>
    </message>
    <message>
        <source>you also accept and publish</source>
        <translation>además, acepta y publica</translation>
    </message>
    <message>
        <source>you care for all hubs</source>
        <translation>usted cuida de todos los hubs</translation>
    </message>
    <message>
        <source>you read what the Committee needs</source>
        <translation>usted lee lo que necesita el Comité</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Your parliament</source>
        <translation>Su parlamento</translation>
    </message>
    <message>
        <source>For example National Assembly of Zambia</source>
        <translation>Por ejemplo, Asamblea Nacional de Zambia</translation>
    </message>
    <message>
        <source>Your invite</source>
        <translation>Su invitación</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Paste the invite</source>
        <translation>Pegar la invitación</translation>
    </message>
    <message>
        <source>One long line that a hub’s coordinator sent to you. It lets this one computer in, once.</source>
        <translation>Una línea larga que le envió la coordinación de un hub. Deja entrar solo a este equipo, una vez.</translation>
    </message>
    <message>
        <source>I start without any hub</source>
        <translation>Empiezo sin ningún hub</translation>
    </message>
    <message>
        <source>You can write and import now, and join a hub later from the hubs page.</source>
        <translation>Puede escribir e importar ya, y unirse a un hub más tarde desde la página de hubs.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation>Sin red</translation>
    </message>
    <message>
        <source>Writes the request into a file that somebody else carries.</source>
        <translation>Escribe la solicitud en un archivo que lleva otra persona.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Join another hub</source>
        <translation>Unirse a otro hub</translation>
    </message>
    <message>
        <source>A second invite lets this computer into another hub of the same Centre.</source>
        <translation>Una segunda invitación deja entrar a este equipo en otro hub del mismo Centro.</translation>
    </message>
    <message>
        <source>Three questions, then you can start</source>
        <translation>Tres preguntas antes de empezar</translation>
    </message>
    <message>
        <source>You can change every answer later in the settings.</source>
        <translation>Puede cambiar cada respuesta más tarde en los ajustes.</translation>
    </message>
    <message>
        <source>Paste your invite first.</source>
        <translation>Pegue primero su invitación.</translation>
    </message>
    <message>
        <source>Asking the server to let this computer in. It may take a minute on a slow link.</source>
        <translation>Se pide al servidor que deje entrar a este equipo. Con una conexión lenta puede tardar un minuto.</translation>
    </message>
    <message>
        <source>Joined: {hub}</source>
        <translation>Ya forma parte de: {hub}</translation>
    </message>
</context>
<context>
    <name>LanguageTabs</name>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Agregar un idioma</translation>
    </message>
    <message>
        <source>{language}, {count} of {wanted}</source>
        <translation>{language}, {count} de {wanted}</translation>
    </message>
</context>
<context>
    <name>Licence</name>
    <message>
        <source>Choose a licence</source>
        <translation>Elegir una licencia</translation>
    </message>
    <message>
        <source>Another one, by its SPDX name</source>
        <translation>Otra, por su nombre SPDX</translation>
    </message>
    <message>
        <source>SPDX name</source>
        <translation>Nombre SPDX</translation>
    </message>
</context>
<context>
    <name>LimitsCard</name>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Files by themselves only at certain hours</source>
        <translation>Archivos solo a ciertas horas</translation>
    </message>
    <message>
        <source>Use links paid by volume like any other</source>
        <translation>Usar conexiones de pago por volumen</translation>
    </message>
    <message>
        <source>Speed at most</source>
        <translation>Velocidad máxima</translation>
    </message>
    <message>
        <source>In a month at most</source>
        <translation>Máximo por mes</translation>
    </message>
    <message>
        <source>What you ask for yourself comes at any hour. Sticks do not count.</source>
        <translation>Lo que usted pide llega a cualquier hora. Las memorias USB no cuentan.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Used this month</source>
        <translation>Usado este mes</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>Agregar un enlace</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Opening the catalogue</source>
        <translation>Abriendo el catálogo</translation>
    </message>
    <message>
        <source>The catalogue is not open</source>
        <translation>El catálogo no está abierto</translation>
    </message>
    <message>
        <source>Bring the newest copy back</source>
        <translation>Recuperar la copia más reciente</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Ocultar este mensaje</translation>
    </message>
</context>
<context>
    <name>MarkedText</name>
    <message>
        <source>added: {text}</source>
        <translation>agregado: {text}</translation>
    </message>
    <message>
        <source>removed: {text}</source>
        <translation>quitado: {text}</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>The Centre</source>
        <translation>El Centro</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Practice domain</source>
        <translation>Ámbito de práctica</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>En qué está</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se conoce</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En espera de envío</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicadas</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n cambio en espera</numerusform>
            <numerusform>%n cambios en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Nada espera envío</translation>
    </message>
    <message>
        <source>Trial Centre</source>
        <translation>Centro de prueba</translation>
    </message>
    <message>
        <source>{size} this month</source>
        <translation>{size} este mes</translation>
    </message>
    <message>
        <source>{month}, limit {size}</source>
        <translation>{month}, límite {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n borrador</numerusform>
            <numerusform>%n borradores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) to review</source>
        <translation>
            <numerusform>%n propuesta por revisar</numerusform>
            <numerusform>%n propuestas por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Aún sin sincronizar</translation>
    </message>
    <message>
        <source>Synced {time}</source>
        <translation>Sincronizado {time}</translation>
    </message>
    <message>
        <source>Refused by the hub {time}</source>
        <translation>Rechazado por el hub {time}</translation>
    </message>
    <message>
        <source>The hub did not answer {time}</source>
        <translation>El hub no respondió {time}</translation>
    </message>
    <message>
        <source>Edition taken in {time}</source>
        <translation>Edición incorporada {time}</translation>
    </message>
    <message>
        <source>Last sync {time}</source>
        <translation>Última sincronización {time}</translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message>
        <source>What it brings</source>
        <translation>Qué trae</translation>
    </message>
    <message>
        <source>New records</source>
        <translation>Fichas nuevas</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sin título</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new record(s)</source>
        <translation>
            <numerusform>%Ln ficha nueva</numerusform>
            <numerusform>%Ln fichas nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln modificada</numerusform>
            <numerusform>%Ln modificadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln withdrawn</source>
        <translation>
            <numerusform>%Ln retirada</numerusform>
            <numerusform>%Ln retiradas</numerusform>
        </translation>
    </message>
    <message>
        <source>{news}. You will be asked before so many are withdrawn.</source>
        <translation>{news}. Se le preguntará antes de retirar tantas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln ficha</numerusform>
            <numerusform>%Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>Newer than here</source>
        <translation>Más nueva que aquí</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>Ya está aquí</translation>
    </message>
    <message>
        <source>Older than here: will not be taken</source>
        <translation>Más antigua que aquí: no se tomará</translation>
    </message>
    <message>
        <source>Refused: not as its hub signed it</source>
        <translation>Rechazada: no está como la firmó su hub</translation>
    </message>
    <message>
        <source>Signature out of date</source>
        <translation>Firma vencida</translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) and answer(s) on their way</source>
        <translation>
            <numerusform>%Ln propuesta o respuesta en camino</numerusform>
            <numerusform>%Ln propuestas y respuestas en camino</numerusform>
        </translation>
    </message>
    <message>
        <source>Those for this computer are taken in; the others are passed on at the next sync.</source>
        <translation>Las de este equipo se incorporan; las demás se transmiten en la próxima sincronización.</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>What happens next</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Only on this computer. Saved as you type.</source>
        <translation>Solo en este equipo. Se guarda mientras escribe.</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Propuesto</translation>
    </message>
    <message>
        <source>Waits in the outbox, then with the hub’s coordinators.</source>
        <translation>Espera en la bandeja de salida y luego con la coordinación del hub.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicado</translation>
    </message>
    <message>
        <source>Signed by the hub, visible to everyone at their next sync.</source>
        <translation>Firmado por el hub, visible para todos en su próxima sincronización.</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No records on this computer yet</source>
        <translation>Aún no hay fichas en este equipo</translation>
    </message>
    <message>
        <source>They come with the first sync, or from a stick. Everything then works without a network.</source>
        <translation>Llegan con la primera sincronización o en una memoria USB. Después todo funciona sin red.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filters ({matches})</source>
        <translation>Quitar los filtros ({matches})</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Ask the hubs for help</source>
        <translation>Pedir ayuda a los hubs</translation>
    </message>
    <message>
        <source>No record on this computer has all of these filters</source>
        <translation>Ninguna ficha de este equipo cumple todos estos filtros</translation>
    </message>
    <message>
        <source>No record on this computer matches “{words}”</source>
        <translation>Ninguna ficha de este equipo coincide con «{words}»</translation>
    </message>
    <message>
        <source>Newer records may exist at your hubs; HubDesk will look again at the next sync.</source>
        <translation>Quizá sus hubs tengan fichas más nuevas; HubDesk buscará de nuevo en la próxima sincronización.</translation>
    </message>
    <message>
        <source>The list of records was last brought up to date {time}.</source>
        <translation>La lista de fichas se actualizó {time}.</translation>
    </message>
</context>
<context>
    <name>Offline</name>
    <message>
        <source>Go on to the catalogue</source>
        <translation>Seguir al catálogo</translation>
    </message>
    <message>
        <source>Where the request is written</source>
        <translation>Dónde se escribe la solicitud</translation>
    </message>
    <message>
        <source>The request is written</source>
        <translation>La solicitud está escrita</translation>
    </message>
    <message>
        <source>Give {file} to anybody who has HubDesk and a network, on a stick or by mail. It holds no secret. The answer comes back in an edition or a small file; until then you can read editions and write drafts.</source>
        <translation>Entregue {file} a cualquiera que tenga HubDesk y red, en una memoria USB o por correo. No contiene ningún secreto. La respuesta vuelve en una edición o en un archivo pequeño; hasta entonces puede leer ediciones y escribir borradores.</translation>
    </message>
</context>
<context>
    <name>OneOf</name>
    <message>
        <source>Nothing chosen</source>
        <translation>Nada elegido</translation>
    </message>
</context>
<context>
    <name>OpenedPage</name>
    <message>
        <source>An edition</source>
        <translation>Una edición</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>See the catalogue</source>
        <translation>Ver el catálogo</translation>
    </message>
    <message>
        <source>Whom do you trust?</source>
        <translation>¿En quién confía?</translation>
    </message>
    <message>
        <source>This computer belongs to no hub yet. Put in the invite that you were given, or the line of 64 letters and figures that the hub told you by another way than this edition. The invite is not used up.</source>
        <translation>Este equipo aún no forma parte de ningún hub. Ponga la invitación que le dieron, o la línea de 64 letras y cifras que el hub le comunicó por otra vía que no sea esta edición. La invitación no se gasta.</translation>
    </message>
    <message>
        <source>Invite, or the hub&apos;s line</source>
        <translation>Invitación, o la línea del hub</translation>
    </message>
    <message>
        <source>Check every file</source>
        <translation>Verificar cada archivo</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Incorporar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are not here, {size}</source>
        <translation>
            <numerusform>%Ln archivo que no está aquí, {size}</numerusform>
            <numerusform>%Ln archivos que no están aquí, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything in it is here already.</source>
        <translation>Todo lo que contiene ya está aquí.</translation>
    </message>
    <message>
        <source>It brings no files that are not here.</source>
        <translation>No trae archivos que no estén aquí.</translation>
    </message>
    <message>
        <source>Taking the edition in</source>
        <translation>Incorporando la edición</translation>
    </message>
    <message>
        <source>Checking every file</source>
        <translation>Verificando cada archivo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) are not as signed</source>
        <translation>
            <numerusform>%Ln parte no está como se firmó</numerusform>
            <numerusform>%Ln partes no están como se firmaron</numerusform>
        </translation>
    </message>
    <message>
        <source>Every file is as it was written, and every signature is right</source>
        <translation>Cada archivo está como se escribió, y cada firma es correcta</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask whoever made it for a new one.</source>
        <translation>No se modificó nada. Pida una nueva a quien la hizo.</translation>
    </message>
    <message>
        <source>The edition is taken in</source>
        <translation>La edición se incorporó</translation>
    </message>
    <message>
        <source>Nothing in it was newer</source>
        <translation>No contenía nada más nuevo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) came.</source>
        <translation>
            <numerusform>Llegó %Ln archivo.</numerusform>
            <numerusform>Llegaron %Ln archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it withdraws much and waits on the sync page for your look.</source>
        <translation>Una parte retira mucho y espera que usted la mire en la página de sincronización.</translation>
    </message>
    <message>
        <source>{wrong} and were thrown away.</source>
        <translation>{wrong}; se descartó lo que no servía.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>What was taken in so far stays. Taking it in again goes on from there.</source>
        <translation>Lo incorporado hasta ahora se conserva. Al incorporarla de nuevo, sigue desde ahí.</translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message>
        <source>Where it comes from</source>
        <translation>De dónde viene</translation>
    </message>
    <message>
        <source>As of {date}</source>
        <translation>Datos de {date}</translation>
    </message>
    <message>
        <source>Made {date} by desk {id}</source>
        <translation>Hecha: {date}, por el puesto {id}</translation>
    </message>
    <message>
        <source>The edition says so; nobody signed that.</source>
        <translation>Lo dice la edición; nadie lo firmó.</translation>
    </message>
    <message>
        <source>Signed by {hubs}</source>
        <translation>Firmado por {hubs}</translation>
    </message>
    <message>
        <source>Checked on this computer</source>
        <translation>Verificado en este equipo</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Aún sin verificar</translation>
    </message>
    <message>
        <source>This computer does not know this Centre.</source>
        <translation>Este equipo no conoce este Centro.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), {size} in all</source>
        <translation>
            <numerusform>%Ln archivo, {size} en total</numerusform>
            <numerusform>%Ln archivos, {size} en total</numerusform>
        </translation>
    </message>
    <message>
        <source>Its age is not known: this computer&apos;s clock is behind.</source>
        <translation>No se conoce su antigüedad: el reloj de este equipo está atrasado.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>De hoy</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>Hace %n día</numerusform>
            <numerusform>Hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>{age}: much may have changed since</source>
        <translation>{age}: quizá cambió mucho desde entonces</translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>En espera de envío</translation>
    </message>
    <message>
        <source>Nothing waits. What you propose appears here until its hub has answered.</source>
        <translation>Nada espera. Lo que propone aparece aquí hasta que su hub responda.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar %Ln más</numerusform>
            <numerusform>Mostrar %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln cambio</numerusform>
            <numerusform>%Ln cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>kept here until a hub confirms</source>
        <translation>se guarda aquí hasta que un hub confirme</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>Open: {title}</source>
        <translation>Abrir: {title}</translation>
    </message>
    <message>
        <source>Take back: {title}</source>
        <translation>Retomar: {title}</translation>
    </message>
    <message>
        <source>Take back: it becomes a draft again</source>
        <translation>Retomar: vuelve a ser un borrador</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>to {collection}</source>
        <translation>a {collection}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) still going up</source>
        <translation>
            <numerusform>%Ln archivo todavía en envío</numerusform>
            <numerusform>%Ln archivos todavía en envío</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits here</source>
        <translation>Espera aquí</translation>
    </message>
    <message>
        <source>It leaves with the next sync.</source>
        <translation>Sale con la próxima sincronización.</translation>
    </message>
    <message>
        <source>At the hub</source>
        <translation>En el hub</translation>
    </message>
    <message>
        <source>The hub has it. A coordinator decides; it stays here until then.</source>
        <translation>El hub la tiene. La coordinación decide; se conserva aquí hasta entonces.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptada</translation>
    </message>
    <message>
        <source>A coordinator accepted it. It leaves this list when it is published.</source>
        <translation>La coordinación la aceptó. Sale de esta lista cuando se publica.</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Su decisión</translation>
    </message>
    <message>
        <source>The hub did not take it. Nothing is lost; take it back to change it.</source>
        <translation>El hub no la tomó. No se pierde nada; retómela para modificarla.</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>Use mine</source>
        <translation>Usar la mía</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Usar la otra</translation>
    </message>
    <message>
        <source>Join both</source>
        <translation>Unir las dos</translation>
    </message>
    <message>
        <source>Use this sentence</source>
        <translation>Usar esta frase</translation>
    </message>
    <message>
        <source>{field}: your sentence</source>
        <translation>{field}: su frase</translation>
    </message>
</context>
<context>
    <name>ParticipantsPart</name>
    <message>
        <source>Who takes part</source>
        <translation>Quién participa</translation>
    </message>
    <message>
        <source>No record on this computer says who takes part in this hub.</source>
        <translation>Ninguna ficha de este equipo dice quién participa en este hub.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar %Ln más</numerusform>
            <numerusform>Mostrar %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anfitrión</translation>
    </message>
    <message>
        <source>With records here</source>
        <translation>Con fichas aquí</translation>
    </message>
    <message>
        <source>No records here yet</source>
        <translation>Aún sin fichas aquí</translation>
    </message>
    <message>
        <source>Not taking part</source>
        <translation>No participa</translation>
    </message>
    <message>
        <source>Map: {parts}</source>
        <translation>Mapa: {parts}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>desde {date}</translation>
    </message>
    <message>
        <source>Open: {title}</source>
        <translation>Abrir: {title}</translation>
    </message>
</context>
<context>
    <name>PartnersPart</name>
    <message>
        <source>Partners by level</source>
        <translation>Socios por nivel</translation>
    </message>
    <message>
        <source>No partnership with this hub is recorded on this computer.</source>
        <translation>En este equipo no consta ninguna alianza con este hub.</translation>
    </message>
</context>
<context>
    <name>PastSyncs</name>
    <message>
        <source>Past syncs</source>
        <translation>Sincronizaciones anteriores</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincro</translation>
    </message>
    <message>
        <source>My records</source>
        <translation>Mis fichas</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Propuestas</translation>
    </message>
    <message>
        <source>Hubs</source>
        <translation>Hubs</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>Unirse a un hub</translation>
    </message>
    <message>
        <source>USB edition</source>
        <translation>Edición USB</translation>
    </message>
    <message>
        <source>An edition</source>
        <translation>Una edición</translation>
    </message>
    <message>
        <source>Carried for others</source>
        <translation>Llevado para otros</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Aún no hay nada escrito.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed</source>
        <translation>
            <numerusform>%Ln campo modificado</numerusform>
            <numerusform>%Ln campos modificados</numerusform>
        </translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Las dos dicen lo mismo.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>its place</source>
        <translation>su lugar</translation>
    </message>
    <message>
        <source>{end} lies before {other}, {start}.</source>
        <translation>{end} es anterior a {other}, {start}.</translation>
    </message>
    <message>
        <source>Two people changed the same thing: {field}. Return the proposal and say which one to keep.</source>
        <translation>Dos personas modificaron lo mismo: {field}. Devuelva la propuesta y diga cuál conservar.</translation>
    </message>
    <message>
        <source>This cannot be used as it stands. Details: {code}</source>
        <translation>Esto no se puede usar tal como está. Detalles: {code}</translation>
    </message>
    <message>
        <source>{kind} hold data about people. They go to the members’ part of a hub, never into its public part.</source>
        <translation>{kind}: contienen datos de personas. Van a la parte de un hub reservada a sus miembros, nunca a la pública.</translation>
    </message>
    <message>
        <source>{kind} stand only in the Centre’s own collection, not in {collection}.</source>
        <translation>{kind}: solo caben en la colección del Centro, no en {collection}.</translation>
    </message>
    <message>
        <source>This text does not say in which language it is. It is kept unchanged.</source>
        <translation>Este texto no dice en qué idioma está. Se conserva sin cambios.</translation>
    </message>
    <message>
        <source>“{value}” is not the tag of a language, such as en or pt-BR.</source>
        <translation>«{value}» no es el código de un idioma, como en o pt-BR.</translation>
    </message>
    <message>
        <source>This is not a text. It is kept unchanged.</source>
        <translation>Esto no es un texto. Se conserva sin cambios.</translation>
    </message>
    <message>
        <source>“{value}” is not in the list that all hubs use. Searches for the usual values will not find it.</source>
        <translation>«{value}» no está en la lista común de los hubs. Las búsquedas por los valores habituales no lo encontrarán.</translation>
    </message>
    <message>
        <source>“{value}” is not the name of a licence in the SPDX list. Choose one, or say that it is unknown.</source>
        <translation>«{value}» no es el nombre de una licencia de la lista SPDX. Elija una o diga que se desconoce.</translation>
    </message>
    <message>
        <source>“{value}” is not the code of a country.</source>
        <translation>«{value}» no es el código de un país.</translation>
    </message>
    <message>
        <source>“{value}” does not name a record.</source>
        <translation>«{value}» no designa una ficha.</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write a year, a month or a day, such as 2026, March 2026 or 22 March 2026.</source>
        <translation>«{value}» no es una fecha. Escriba un año, un mes o un día, como 2026, marzo de 2026 o 22 de marzo de 2026.</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>«{value}» no es un número.</translation>
    </message>
    <message>
        <source>This is neither yes nor no. It is kept unchanged.</source>
        <translation>Esto no es sí ni no. Se conserva sin cambios.</translation>
    </message>
    <message>
        <source>“{value}” is not a web or mail address. It begins with https:// or mailto:</source>
        <translation>«{value}» no es una dirección web ni de correo. Empieza con https:// o mailto:</translation>
    </message>
    <message>
        <source>This is not a list. It is kept unchanged.</source>
        <translation>Esto no es una lista. Se conserva sin cambios.</translation>
    </message>
    <message>
        <source>This is not a contact. It is kept unchanged.</source>
        <translation>Esto no es un contacto. Se conserva sin cambios.</translation>
    </message>
    <message>
        <source>“{value}” does not look like a mail address.</source>
        <translation>«{value}» no parece una dirección de correo.</translation>
    </message>
    <message>
        <source>One of the files is described without its content. Take it away and attach it again.</source>
        <translation>Uno de los archivos está descrito sin su contenido. Quítelo y adjúntelo de nuevo.</translation>
    </message>
    <message>
        <source>These are not entries as the form knows them. They are kept unchanged.</source>
        <translation>No son entradas que el formulario conozca. Se conservan sin cambios.</translation>
    </message>
    <message>
        <source>Your role does not let you write into {collection}. A coordinator of the hub can change that.</source>
        <translation>Su función no le permite escribir en {collection}. La coordinación del hub puede cambiarlo.</translation>
    </message>
    <message>
        <source>There is no draft to propose.</source>
        <translation>No hay borrador que proponer.</translation>
    </message>
    <message>
        <source>There is nothing to accept: it was settled or taken back meanwhile.</source>
        <translation>No hay nada que aceptar: entretanto se resolvió o se retomó.</translation>
    </message>
    <message>
        <source>This record is no longer on this computer.</source>
        <translation>Esta ficha ya no está en este equipo.</translation>
    </message>
    <message>
        <source>The content of this proposal has not arrived yet. It comes with the next sync.</source>
        <translation>El contenido de esta propuesta aún no llegó. Viene con la próxima sincronización.</translation>
    </message>
    <message>
        <source>The version that this proposal started from is not on this computer. It comes with the next sync.</source>
        <translation>La versión de la que parte esta propuesta no está en este equipo. Viene con la próxima sincronización.</translation>
    </message>
    <message>
        <source>No licence is chosen. Without one, nobody may lawfully reuse this. You can go on writing; the draft is kept.</source>
        <translation>No se eligió ninguna licencia. Sin ella, nadie puede reutilizar esto legalmente. Puede seguir escribiendo; el borrador se guarda.</translation>
    </message>
    <message>
        <source>Not said for {files}. Without an answer the files cannot travel on sticks or to other hubs.</source>
        <translation>No se dice para {files}. Sin respuesta, los archivos no pueden viajar en memorias USB ni a otros hubs.</translation>
    </message>
    <message>
        <source>There is no title yet. It is what people find in a list and in a search.</source>
        <translation>Aún no hay título. Es lo que se encuentra en una lista y en una búsqueda.</translation>
    </message>
    <message>
        <source>Nothing is written here yet. It is needed to publish; the draft is kept without it.</source>
        <translation>Aún no hay nada escrito aquí. Es necesario para publicar; el borrador se guarda sin ello.</translation>
    </message>
    <message>
        <source>Nothing is written here yet. You can propose without it; with it the record is more useful.</source>
        <translation>Aún no hay nada escrito aquí. Puede proponer sin ello; con ello la ficha es más útil.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long in {language}. Lists will show the beginning only.</source>
        <translation>
            <numerusform>Sobra %Ln carácter en {language}. Las listas solo mostrarán el comienzo.</numerusform>
            <numerusform>Sobran %Ln caracteres en {language}. Las listas solo mostrarán el comienzo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long. Lists will show the beginning only.</source>
        <translation>
            <numerusform>Sobra %Ln carácter. Las listas solo mostrarán el comienzo.</numerusform>
            <numerusform>Sobran %Ln caracteres. Las listas solo mostrarán el comienzo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use {value}, as in your last records</source>
        <translation>Usar {value}, como en sus últimas fichas</translation>
    </message>
    <message>
        <source>Say that it is unknown</source>
        <translation>Decir que se desconoce</translation>
    </message>
    <message>
        <source>Checked today</source>
        <translation>Verificado hoy</translation>
    </message>
    <message>
        <source>Use the start, {date}</source>
        <translation>Usar el inicio, {date}</translation>
    </message>
    <message>
        <source>Write {address}</source>
        <translation>Escribir {address}</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Fichas</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Leyendo los archivos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Checking what was written</source>
        <translation>Verificando lo escrito</translation>
    </message>
    <message>
        <source>Checking the records</source>
        <translation>Verificando las fichas</translation>
    </message>
    <message>
        <source>{what}: {amount}</source>
        <translation>{what}: {amount}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>quedan unos {time}</translation>
    </message>
    <message>
        <source>Stopping after the piece that is under way</source>
        <translation>Se detiene tras la parte en curso</translation>
    </message>
</context>
<context>
    <name>ProposalButton</name>
    <message>
        <source>Without a title</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>Accepted, not published yet</source>
        <translation>Aceptada, aún sin publicar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln punto por resolver</numerusform>
            <numerusform>%Ln puntos por resolver</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nueva ficha</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message>
        <source>Proposals</source>
        <translation>Propuestas</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar %Ln más</numerusform>
            <numerusform>Mostrar %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalPane</name>
    <message>
        <source>The chosen proposal</source>
        <translation>La propuesta elegida</translation>
    </message>
    <message>
        <source>Comment for the author</source>
        <translation>Comentario para quien la escribió</translation>
    </message>
    <message>
        <source>What is missing, and what the author can do about it</source>
        <translation>Qué falta y qué se puede hacer al respecto</translation>
    </message>
    <message>
        <source>Write a sentence for the author first.</source>
        <translation>Escriba primero una frase para quien la escribió.</translation>
    </message>
    <message>
        <source>Return with a comment</source>
        <translation>Devolver con un comentario</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Show in the catalogue</source>
        <translation>Mostrar en el catálogo</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more proposal(s) change this record</source>
        <translation>
            <numerusform>%Ln propuesta más modifica esta ficha</numerusform>
            <numerusform>%Ln propuestas más modifican esta ficha</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepting takes all of them, the oldest first.</source>
        <translation>Al aceptar entran todas, primero la más antigua.</translation>
    </message>
    <message>
        <source>Accepted. It goes out when you publish.</source>
        <translation>Aceptada. Sale cuando usted publica.</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>members only</source>
        <translation>solo miembros</translation>
    </message>
    <message>
        <source>Written on this computer, {time}</source>
        <translation>Escrita en este equipo, {time}</translation>
    </message>
    <message>
        <source>From a {role}, desk {desk}, written {time}, arrived {arrived}</source>
        <translation>De: {role}, puesto {desk}. Escrita {time}, llegó {arrived}</translation>
    </message>
    <message>
        <source>Two people changed the same record</source>
        <translation>Dos personas modificaron la misma ficha</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed here and by the author. Nothing is lost.</source>
        <translation>
            <numerusform>%Ln campo modificado aquí y por quien la escribió. No se pierde nada.</numerusform>
            <numerusform>%Ln campos modificados aquí y por quien la escribió. No se pierde nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>It would be more useful with: {fields}</source>
        <translation>Sería más útil con: {fields}</translation>
    </message>
    <message>
        <source>The record is to be withdrawn</source>
        <translation>La ficha se va a retirar</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motivo: {reason}</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Versión publicada</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Propuesta</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed</source>
        <translation>
            <numerusform>%Ln campo modificado</numerusform>
            <numerusform>%Ln campos modificados</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>No cambia nada.</translation>
    </message>
    <message>
        <source>Return it</source>
        <translation>Devolver</translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>Publish</source>
        <translation>Publicar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) to authors go with it.</source>
        <translation>
            <numerusform>La acompaña %Ln comentario a quienes escribieron.</numerusform>
            <numerusform>La acompañan %Ln comentarios a quienes escribieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is accepted yet</source>
        <translation>Aún no se aceptó nada</translation>
    </message>
    <message>
        <source>Publishing signs what you accepted and sends it to the hub, with your comments to authors.</source>
        <translation>Publicar firma lo que usted aceptó y lo envía al hub, con sus comentarios.</translation>
    </message>
    <message numerus="yes">
        <source>{hub}: %Ln accepted change(s)</source>
        <translation>
            <numerusform>{hub}: %Ln cambio aceptado</numerusform>
            <numerusform>{hub}: %Ln cambios aceptados</numerusform>
        </translation>
    </message>
    <message>
        <source>everyone who follows it</source>
        <translation>todos los que lo siguen</translation>
    </message>
    <message>
        <source>its members</source>
        <translation>sus miembros</translation>
    </message>
    <message>
        <source>Publishing signs them with your key and sends them to the hub; {readers} will see them at the next sync. Earlier versions stay in the history.</source>
        <translation>Publicar los firma con su clave y los envía al hub; {readers} los verán en la próxima sincronización. Las versiones anteriores quedan en el historial.</translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln change(s)</source>
        <translation>
            <numerusform>Publicar %Ln cambio</numerusform>
            <numerusform>Publicar %Ln cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing {hub}</source>
        <translation>Publicación: {hub}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Recibiendo</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Verificando</translation>
    </message>
    <message>
        <source>Putting in order</source>
        <translation>Ordenando</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>RecipientsCard</name>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Anybody may open it</source>
        <translation>Cualquiera puede abrirla</translation>
    </message>
    <message>
        <source>Sealed; only these desks can open it:</source>
        <translation>Sellada; solo estos puestos pueden abrirla:</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>coordinador</translation>
    </message>
    <message>
        <source>Secretariat</source>
        <translation>Secretaría</translation>
    </message>
    <message>
        <source>contributor</source>
        <translation>colaborador</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>lector</translation>
    </message>
    <message>
        <source>Steering Committee</source>
        <translation>Comité Directivo</translation>
    </message>
    <message>
        <source>Desk {id}</source>
        <translation>Puesto {id}</translation>
    </message>
    <message>
        <source>{name}, {role}, {hub}</source>
        <translation>{name}, {role}, {hub}</translation>
    </message>
    <message>
        <source>What members alone may read is never in it.</source>
        <translation>Lo que solo pueden leer los miembros nunca va en ella.</translation>
    </message>
    <message>
        <source>No other desk is known here yet. Desks become known when they propose or coordinate.</source>
        <translation>Aquí aún no se conoce ningún otro puesto. Los puestos se conocen cuando proponen o coordinan.</translation>
    </message>
    <message>
        <source>Choose at least one desk. Whoever is not named cannot open it, you neither.</source>
        <translation>Elija al menos un puesto. Quien no esté en la lista no puede abrirla, tampoco usted.</translation>
    </message>
    <message>
        <source>One file, encrypted. Whoever is not named cannot open it, you neither.</source>
        <translation>Un solo archivo, cifrado. Quien no esté en la lista no puede abrirlo, tampoco usted.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Words of the record’s title</source>
        <translation>Palabras del título de la ficha</translation>
    </message>
    <message>
        <source>Not on this computer: {id}</source>
        <translation>No está en este equipo: {id}</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Quitar {name}</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>My records</source>
        <translation>Mis fichas</translation>
    </message>
    <message>
        <source>What you write stays on this computer until you propose it.</source>
        <translation>Lo que escribe queda en este equipo hasta que lo proponga.</translation>
    </message>
    <message>
        <source>Propose all that are ready</source>
        <translation>Proponer todo lo que está listo</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nueva ficha</translation>
    </message>
    <message>
        <source>Came back with a comment</source>
        <translation>Volvió con un comentario</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>Proposed by you</source>
        <translation>Propuesto por usted</translation>
    </message>
    <message>
        <source>Withdrawn by a hub</source>
        <translation>Retiradas por un hub</translation>
    </message>
    <message>
        <source>Your records</source>
        <translation>Sus fichas</translation>
    </message>
    <message>
        <source>A coordinator asks for a change</source>
        <translation>La coordinación pide un cambio</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Solo en este equipo</translation>
    </message>
    <message>
        <source>Kept on this computer for a while</source>
        <translation>Se conservan un tiempo en este equipo</translation>
    </message>
    <message numerus="yes">
        <source>Propose all that are ready (%Ln)</source>
        <translation>
            <numerusform>Proponer todo lo que está listo (%Ln)</numerusform>
            <numerusform>Proponer todo lo que está listo (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for the next sync</source>
        <translation>
            <numerusform>%Ln espera la próxima sincronización</numerusform>
            <numerusform>%Ln esperan la próxima sincronización</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Nada espera envío</translation>
    </message>
    <message>
        <source>You have written nothing yet</source>
        <translation>Aún no escribió nada</translation>
    </message>
    <message>
        <source>A record is a tool, a document, a case study, or anything else that another parliament could use. It stays on this computer until you propose it.</source>
        <translation>Una ficha es una herramienta, un documento, un estudio de caso o cualquier otra cosa que pueda servir a otro parlamento. Queda en este equipo hasta que la proponga.</translation>
    </message>
    <message>
        <source>Write a new record</source>
        <translation>Escribir una ficha nueva</translation>
    </message>
    <message>
        <source>Suggest a change to a record of the catalogue</source>
        <translation>Sugerir un cambio de una ficha del catálogo</translation>
    </message>
    <message>
        <source>Taken back. It is a draft again.</source>
        <translation>Retomada. Vuelve a ser un borrador.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) proposed</source>
        <translation>
            <numerusform>%Ln ficha propuesta</numerusform>
            <numerusform>%Ln fichas propuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be proposed</source>
        <translation>
            <numerusform>No se pudo proponer %Ln ficha</numerusform>
            <numerusform>No se pudieron proponer %Ln fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>They are still drafts. Open one to see what is to settle.</source>
        <translation>Siguen siendo borradores. Abra uno para ver qué falta resolver.</translation>
    </message>
    <message>
        <source>Delete this draft?</source>
        <translation>¿Eliminar este borrador?</translation>
    </message>
    <message>
        <source>What is published stays as it is. What you wrote is lost; this cannot be undone.</source>
        <translation>Lo publicado queda como está. Lo que escribió se perderá; esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Eliminar el borrador</translation>
    </message>
    <message>
        <source>Draft deleted.</source>
        <translation>Borrador eliminado.</translation>
    </message>
</context>
<context>
    <name>RelayCard</name>
    <message>
        <source>One connection for the whole building</source>
        <translation>Una conexión para todo el edificio</translation>
    </message>
    <message>
        <source>A relay is a computer in your building that fetches once for everybody. It is trusted with nothing: every signature is checked here, and what members alone may read passes through it unread.</source>
        <translation>Un intermediario es un equipo de su edificio que obtiene las cosas una vez para todos. No hace falta confiar en él: cada firma se verifica aquí, y lo que solo pueden leer los miembros pasa por él sin que lo lea.</translation>
    </message>
    <message>
        <source>What is public comes from there; where it is away, from the hub as always.</source>
        <translation>Lo público viene de ahí; si no está, del hub como siempre.</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Consultar primero</translation>
    </message>
    <message>
        <source>Address of a relay, as its screen shows it</source>
        <translation>Dirección de un intermediario, como la muestra su pantalla</translation>
    </message>
    <message>
        <source>Address of a relay</source>
        <translation>Dirección de un intermediario</translation>
    </message>
    <message>
        <source>Look for relays</source>
        <translation>Buscar intermediarios</translation>
    </message>
    <message>
        <source>Be a relay for others while HubDesk is open</source>
        <translation>Ser intermediario para otros mientras HubDesk está abierto</translation>
    </message>
    <message>
        <source>Nobody but the hub</source>
        <translation>Solo al hub</translation>
    </message>
    <message>
        <source>Whichever relay of the hub is found</source>
        <translation>Cualquier intermediario del hub que se encuentre</translation>
    </message>
    <message>
        <source>No relay of your hub announces itself on this network.</source>
        <translation>Ningún intermediario de su hub se anuncia en esta red.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln relay(s) found; choose one above.</source>
        <translation>
            <numerusform>%Ln intermediario encontrado; elíjalo arriba.</numerusform>
            <numerusform>%Ln intermediarios encontrados; elija uno arriba.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only public collections are handed on. Others find this computer by itself, or by its address.</source>
        <translation>Solo se transmiten colecciones públicas. Los demás encuentran este equipo automáticamente, o por su dirección.</translation>
    </message>
    <message>
        <source>Open at {address}</source>
        <translation>Abierto en {address}</translation>
    </message>
    <message>
        <source>Looking on this network</source>
        <translation>Buscando en esta red</translation>
    </message>
</context>
<context>
    <name>ResultHead</name>
    <message>
        <source>Filters ({count})</source>
        <translation>Filtros ({count})</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n filtro</numerusform>
            <numerusform>%n filtros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n filter(s)</source>
        <translation>
            <numerusform>Quitar %n filtro</numerusform>
            <numerusform>Quitar %n filtros</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation>Quitar el filtro {name}</translation>
    </message>
    <message>
        <source>{count} of {whole} records match “{words}”</source>
        <translation>{count} de {whole} fichas con «{words}»</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n ficha</numerusform>
            <numerusform>%n fichas</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {whole} records</source>
        <translation>{count} de {whole} fichas</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Relevancia</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más recientes</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Por título</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Without a title</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>signature checked</source>
        <translation>firma verificada</translation>
    </message>
    <message>
        <source>signature not checked</source>
        <translation>firma sin verificar</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin verificar</translation>
    </message>
</context>
<context>
    <name>RowEntry</name>
    <message>
        <source>{name}, entry {number}</source>
        <translation>{name}, entrada {number}</translation>
    </message>
    <message>
        <source>Take entry {number} away</source>
        <translation>Quitar la entrada {number}</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Add an entry</source>
        <translation>Agregar una entrada</translation>
    </message>
</context>
<context>
    <name>RunningCard</name>
    <message>
        <source>Sync under way</source>
        <translation>Sincronización en curso</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop the sync</source>
        <translation>Detener la sincronización</translation>
    </message>
    <message>
        <source>Asking the central server</source>
        <translation>Consultando al servidor central</translation>
    </message>
    <message>
        <source>Stopping after the piece that is on its way</source>
        <translation>Se detiene tras la parte que está en camino</translation>
    </message>
</context>
<context>
    <name>SaveBadge</name>
    <message>
        <source>Nothing written yet</source>
        <translation>Aún no hay nada escrito</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Saving on this computer</source>
        <translation>Guardando en este equipo</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
    <message>
        <source>Draft saved on this computer {time}</source>
        <translation>Borrador guardado en este equipo {time}</translation>
    </message>
    <message>
        <source>Nothing changed yet</source>
        <translation>Aún no se modificó nada</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar %Ln más</numerusform>
            <numerusform>Mostrar %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>What waits here stays. Try again later.</source>
        <translation>Lo que espera aquí se conserva. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>What waits here stays. Ask your hub’s coordinator.</source>
        <translation>Lo que espera aquí se conserva. Consulte a la coordinación de su hub.</translation>
    </message>
    <message>
        <source>What was accepted stays accepted. Sync, then try again.</source>
        <translation>Lo aceptado sigue aceptado. Sincronice e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>It was thrown away. What is on this computer was not changed.</source>
        <translation>Se descartó. Lo que hay en este equipo no se modificó.</translation>
    </message>
    <message>
        <source>It was thrown away; what was checked before is kept. Try again.</source>
        <translation>Se descartó; lo ya verificado se conserva. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>No se modificó nada. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again in a few minutes.</source>
        <translation>No se pierde nada. Inténtelo en unos minutos.</translation>
    </message>
    <message>
        <source>Nobody was let in. Ask your hub’s coordinator.</source>
        <translation>No se admitió a nadie. Consulte a la coordinación de su hub.</translation>
    </message>
    <message>
        <source>What arrived does not match its signature</source>
        <translation>Lo que llegó no corresponde a su firma</translation>
    </message>
    <message>
        <source>The server cannot go on where it was cut</source>
        <translation>El servidor no puede seguir desde donde se cortó</translation>
    </message>
    <message>
        <source>The server did not understand what was sent</source>
        <translation>El servidor no entendió lo que se envió</translation>
    </message>
    <message>
        <source>What waits here stays. A proxy on the way may have changed it.</source>
        <translation>Lo que espera aquí se conserva. Quizá lo modificó un proxy en el camino.</translation>
    </message>
    <message>
        <source>The server cannot use the changes that were sent</source>
        <translation>El servidor no puede usar los cambios enviados</translation>
    </message>
    <message>
        <source>The changes that arrived do not fit what is here</source>
        <translation>Los cambios que llegaron no encajan con lo que hay aquí</translation>
    </message>
    <message>
        <source>What arrived is damaged</source>
        <translation>Lo que llegó está dañado</translation>
    </message>
    <message>
        <source>The list of hubs that arrived cannot be trusted</source>
        <translation>La lista de hubs que llegó no es de fiar</translation>
    </message>
    <message>
        <source>An answer to a proposal cannot be used</source>
        <translation>No se puede usar una respuesta a una propuesta</translation>
    </message>
    <message>
        <source>It was thrown away. The proposal stays here.</source>
        <translation>Se descartó. La propuesta sigue aquí.</translation>
    </message>
    <message>
        <source>The server takes no more files from this desk for now</source>
        <translation>El servidor no recibe más archivos de este puesto por ahora</translation>
    </message>
    <message>
        <source>The server’s disk is full or refuses</source>
        <translation>El disco del servidor está lleno o falla</translation>
    </message>
    <message>
        <source>The hub asks to wait</source>
        <translation>El hub pide esperar</translation>
    </message>
    <message>
        <source>This is more than the server takes at once</source>
        <translation>Es más de lo que el servidor recibe a la vez</translation>
    </message>
    <message>
        <source>The server gave up waiting for this desk</source>
        <translation>El servidor dejó de esperar a este puesto</translation>
    </message>
    <message>
        <source>The server is being stopped</source>
        <translation>El servidor se está deteniendo</translation>
    </message>
    <message>
        <source>The server made a mistake of its own</source>
        <translation>El servidor cometió un error</translation>
    </message>
    <message>
        <source>The server does not know what was asked for</source>
        <translation>El servidor no conoce lo que se pidió</translation>
    </message>
    <message>
        <source>It may be older than this program. Nothing was changed.</source>
        <translation>Quizá es más antiguo que este programa. No se modificó nada.</translation>
    </message>
    <message>
        <source>The server takes this request for one that it has seen</source>
        <translation>El servidor cree haber visto ya esta solicitud</translation>
    </message>
    <message>
        <source>The server does not know this desk</source>
        <translation>El servidor no conoce este puesto</translation>
    </message>
    <message>
        <source>Everything here stays. Ask your hub’s coordinator for a new invite.</source>
        <translation>Aquí se conserva todo. Pida una nueva invitación a la coordinación de su hub.</translation>
    </message>
    <message>
        <source>The server does not let this desk have the file any more</source>
        <translation>El servidor ya no permite a este puesto tener el archivo</translation>
    </message>
    <message>
        <source>Nothing is lost. A new sync asks for a new permission.</source>
        <translation>No se pierde nada. Una nueva sincronización pide un nuevo permiso.</translation>
    </message>
    <message>
        <source>The server received something else than was sent</source>
        <translation>El servidor recibió algo distinto de lo enviado</translation>
    </message>
    <message>
        <source>The server does not have this file</source>
        <translation>El servidor no tiene este archivo</translation>
    </message>
    <message>
        <source>It may have been removed. Ask the record’s hub.</source>
        <translation>Quizá se quitó. Pregunte al hub de la ficha.</translation>
    </message>
    <message>
        <source>The file that arrived is not the one that was signed</source>
        <translation>El archivo que llegó no es el que se firmó</translation>
    </message>
    <message>
        <source>The file that arrived has not the size that was stated</source>
        <translation>El archivo que llegó no tiene el tamaño anunciado</translation>
    </message>
    <message>
        <source>A part of the file that arrived does not belong to it</source>
        <translation>Una parte del archivo que llegó no le corresponde</translation>
    </message>
    <message>
        <source>Nobody who was asked has this file</source>
        <translation>Nadie de los consultados tiene este archivo</translation>
    </message>
    <message>
        <source>What arrived of it is kept. Try again later.</source>
        <translation>Lo que llegó se conserva. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>What leads to the new version of the file does not fit</source>
        <translation>Lo que lleva a la nueva versión del archivo no encaja</translation>
    </message>
    <message>
        <source>The hub is still preparing the new version of the file</source>
        <translation>El hub aún prepara la nueva versión del archivo</translation>
    </message>
    <message>
        <source>The hub has this file only as a whole</source>
        <translation>El hub solo tiene este archivo completo</translation>
    </message>
    <message>
        <source>Nothing was changed. Get the whole file instead.</source>
        <translation>No se modificó nada. Obtenga el archivo completo.</translation>
    </message>
    <message>
        <source>The server does not have this earlier version</source>
        <translation>El servidor no tiene esta versión anterior</translation>
    </message>
    <message>
        <source>What is here stays as it is.</source>
        <translation>Lo que hay aquí queda como está.</translation>
    </message>
    <message>
        <source>The server does not have this collection</source>
        <translation>El servidor no tiene esta colección</translation>
    </message>
    <message>
        <source>The server does not hold the version that was changed</source>
        <translation>El servidor no tiene la versión que se modificó</translation>
    </message>
    <message>
        <source>Nothing is lost. The change is sent whole with the next sync.</source>
        <translation>No se pierde nada. El cambio se envía completo en la próxima sincronización.</translation>
    </message>
    <message>
        <source>What the server holds could not be compared with this computer</source>
        <translation>No se pudo comparar lo que tiene el servidor con este equipo</translation>
    </message>
    <message>
        <source>The server refused the publication</source>
        <translation>El servidor rechazó la publicación</translation>
    </message>
    <message>
        <source>Another desk published faster</source>
        <translation>Otro puesto publicó antes</translation>
    </message>
    <message>
        <source>The publication reached the server without its content</source>
        <translation>La publicación llegó al servidor sin su contenido</translation>
    </message>
    <message>
        <source>What was sent does not fit what was signed</source>
        <translation>Lo enviado no coincide con lo firmado</translation>
    </message>
    <message>
        <source>The server holds another history of this collection</source>
        <translation>El servidor tiene otro historial de esta colección</translation>
    </message>
    <message>
        <source>What was accepted stays accepted. Tell the hub and the Secretariat.</source>
        <translation>Lo aceptado sigue aceptado. Avise al hub y a la Secretaría.</translation>
    </message>
    <message>
        <source>The server holds less than this desk</source>
        <translation>El servidor tiene menos que este puesto</translation>
    </message>
    <message>
        <source>It may have been restored from an older copy. Nothing was changed; tell who runs it.</source>
        <translation>Quizá se restauró de una copia más antigua. No se modificó nada; avise a quien lo administra.</translation>
    </message>
    <message>
        <source>The clock of this computer is ahead</source>
        <translation>El reloj de este equipo está adelantado</translation>
    </message>
    <message>
        <source>What was accepted stays accepted. Set the clock, then publish again.</source>
        <translation>Lo aceptado sigue aceptado. Ajuste el reloj y publique de nuevo.</translation>
    </message>
    <message>
        <source>The time of the publication cannot be read</source>
        <translation>No se puede leer la fecha de la publicación</translation>
    </message>
    <message>
        <source>This hub has as many publishing desks as it may have</source>
        <translation>Este hub ya tiene todos los puestos que publican permitidos</translation>
    </message>
    <message>
        <source>Nobody was let in. Ask the Secretariat.</source>
        <translation>No se admitió a nadie. Consulte a la Secretaría.</translation>
    </message>
    <message>
        <source>This desk brought no key to publish with</source>
        <translation>Este puesto no trajo una clave para publicar</translation>
    </message>
    <message>
        <source>The server cannot use the keys of this desk</source>
        <translation>El servidor no puede usar las claves de este puesto</translation>
    </message>
    <message>
        <source>The server has another key than the invite names</source>
        <translation>El servidor tiene otra clave que la de la invitación</translation>
    </message>
    <message>
        <source>The admission of a desk cannot be read</source>
        <translation>No se puede leer la admisión de un puesto</translation>
    </message>
    <message>
        <source>The admission that arrived is for another desk</source>
        <translation>La admisión que llegó es para otro puesto</translation>
    </message>
    <message>
        <source>The key of another desk cannot be used</source>
        <translation>No se puede usar la clave de otro puesto</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Ask your hub’s coordinator.</source>
        <translation>No se le envió nada. Consulte a la coordinación de su hub.</translation>
    </message>
    <message>
        <source>The clock of this computer is behind</source>
        <translation>El reloj de este equipo está atrasado</translation>
    </message>
    <message>
        <source>The Secretariat has not let this desk in yet</source>
        <translation>La Secretaría aún no admitió este puesto</translation>
    </message>
    <message>
        <source>Your request is there. Use the same invite again when they tell you.</source>
        <translation>Su solicitud llegó. Use de nuevo la misma invitación cuando le avisen.</translation>
    </message>
    <message>
        <source>The publication came without its hub’s statement</source>
        <translation>La publicación llegó sin la declaración de su hub</translation>
    </message>
    <message>
        <source>The hub’s statement does not fit what the server holds</source>
        <translation>La declaración del hub no encaja con lo que tiene el servidor</translation>
    </message>
    <message>
        <source>This record was erased for good</source>
        <translation>Esta ficha se borró definitivamente</translation>
    </message>
    <message>
        <source>Nothing can be added to it. Write a new one.</source>
        <translation>No se le puede agregar nada. Escriba una nueva.</translation>
    </message>
    <message>
        <source>What arrived is older than what is on this computer</source>
        <translation>Lo que llegó es más antiguo que lo que hay en este equipo</translation>
    </message>
    <message>
        <source>The same version was signed twice with different content</source>
        <translation>La misma versión se firmó dos veces con distinto contenido</translation>
    </message>
    <message>
        <source>What is on this computer stays as it is. Tell the hub and the Secretariat.</source>
        <translation>Lo que hay en este equipo queda como está. Avise al hub y a la Secretaría.</translation>
    </message>
    <message>
        <source>What is new is signed, but did not arrive</source>
        <translation>Lo nuevo está firmado, pero no llegó</translation>
    </message>
    <message>
        <source>What arrived is larger than it may be</source>
        <translation>Lo que llegó es más grande de lo permitido</translation>
    </message>
    <message>
        <source>A proposal arrived without its content</source>
        <translation>Llegó una propuesta sin su contenido</translation>
    </message>
    <message>
        <source>An answer arrived that is sealed for another desk</source>
        <translation>Llegó una respuesta sellada para otro puesto</translation>
    </message>
    <message>
        <source>What arrived is kept; the rest follows at the next attempt.</source>
        <translation>Lo que llegó se conserva; el resto sigue en el próximo intento.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>No se escribió nada.</translation>
    </message>
    <message>
        <source>Nothing was taken from it, and nothing here was changed.</source>
        <translation>No se tomó nada de ella, y aquí no se modificó nada.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Ask whoever made the edition for a new one.</source>
        <translation>No se tomó nada de ella. Pida una nueva a quien hizo la edición.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se modificó nada.</translation>
    </message>
    <message>
        <source>It was not taken; what is here was not changed.</source>
        <translation>No se tomó; lo que hay aquí no se modificó.</translation>
    </message>
    <message>
        <source>Nothing was signed.</source>
        <translation>No se firmó nada.</translation>
    </message>
    <message>
        <source>The list of hubs and keys that arrived does not count</source>
        <translation>La lista de hubs y claves que llegó no es válida</translation>
    </message>
    <message>
        <source>The list of software that arrived does not count</source>
        <translation>La lista de software que llegó no es válida</translation>
    </message>
    <message>
        <source>What somebody brought cannot be used</source>
        <translation>No se puede usar lo que alguien trajo</translation>
    </message>
    <message>
        <source>The parts do not make the file that was cut</source>
        <translation>Las partes no forman el archivo que se dividió</translation>
    </message>
    <message>
        <source>What is there stays. Ask for them again.</source>
        <translation>Lo que hay se conserva. Pídalas de nuevo.</translation>
    </message>
    <message>
        <source>This edition is damaged: {name}</source>
        <translation>Esta edición está dañada: {name}</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Copy it again, or ask for another one.</source>
        <translation>No se tomó nada de ella. Cópiela de nuevo o pida otra.</translation>
    </message>
    <message>
        <source>One of the desks is not known here, so nothing can be sealed for it</source>
        <translation>Aquí no se conoce uno de los puestos, así que no se puede sellar nada para él</translation>
    </message>
    <message>
        <source>Another file has this name</source>
        <translation>Otro archivo tiene este nombre</translation>
    </message>
    <message>
        <source>It was left as it is. Choose another name.</source>
        <translation>Quedó como está. Elija otro nombre.</translation>
    </message>
    <message>
        <source>Something else than an edition lies in this folder</source>
        <translation>En esta carpeta hay algo que no es una edición</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a new or an empty folder.</source>
        <translation>No se escribió nada. Elija una carpeta nueva o vacía.</translation>
    </message>
    <message>
        <source>What members alone may read does not go into an open edition</source>
        <translation>Lo que solo pueden leer los miembros no va en una edición abierta</translation>
    </message>
    <message>
        <source>Nothing was written. Seal it for the desks that may read it.</source>
        <translation>No se escribió nada. Séllela para los puestos que pueden leerlo.</translation>
    </message>
    <message>
        <source>A sealed edition is one file whose name ends in .age</source>
        <translation>Una edición sellada es un solo archivo cuyo nombre termina en .age</translation>
    </message>
    <message>
        <source>This edition was written by a newer HubDesk</source>
        <translation>Esta edición la escribió un HubDesk más nuevo</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Use the newer program.</source>
        <translation>No se tomó nada de ella. Use el programa más nuevo.</translation>
    </message>
    <message>
        <source>A hub has signed nothing of this collection yet</source>
        <translation>Ningún hub firmó aún nada de esta colección</translation>
    </message>
    <message>
        <source>Nothing was written. Sync first.</source>
        <translation>No se escribió nada. Sincronice primero.</translation>
    </message>
    <message>
        <source>One of the desks may not read what would be in it</source>
        <translation>Uno de los puestos no puede leer lo que contendría</translation>
    </message>
    <message>
        <source>There is nothing here yet that could go into an edition</source>
        <translation>Aquí aún no hay nada que pueda ir en una edición</translation>
    </message>
    <message>
        <source>Sync first, or take an edition in.</source>
        <translation>Sincronice primero o incorpore una edición.</translation>
    </message>
    <message>
        <source>This edition was written in a form that is no longer read</source>
        <translation>Esta edición se escribió en una forma que ya no se lee</translation>
    </message>
    <message>
        <source>This edition is of another Centre</source>
        <translation>Esta edición es de otro Centro</translation>
    </message>
    <message>
        <source>The page of an edition is not written in this language</source>
        <translation>La página de una edición no se escribe en este idioma</translation>
    </message>
    <message>
        <source>Nobody is named who could open the sealed edition</source>
        <translation>No se indicó a nadie que pueda abrir la edición sellada</translation>
    </message>
    <message>
        <source>This edition is sealed for other desks than this one</source>
        <translation>Esta edición está sellada para otros puestos, no para este</translation>
    </message>
    <message>
        <source>Nothing was changed. Whoever made it can seal one for this desk.</source>
        <translation>No se modificó nada. Quien la hizo puede sellar una para este puesto.</translation>
    </message>
    <message>
        <source>This is not a date</source>
        <translation>Esto no es una fecha</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>What was there before is as it was.</source>
        <translation>Lo que había antes está como estaba.</translation>
    </message>
    <message>
        <source>The records alone are larger than you allow</source>
        <translation>Las fichas solas ocupan más de lo que usted permite</translation>
    </message>
    <message>
        <source>Nothing was written. They take {needed}; allow more.</source>
        <translation>No se escribió nada. Ocupan {needed}; permita más.</translation>
    </message>
    <message>
        <source>This computer does not know yet whom to trust</source>
        <translation>Este equipo aún no sabe en quién confiar</translation>
    </message>
    <message>
        <source>Nothing was changed. Put in the invite, or the line that the hub told you.</source>
        <translation>No se modificó nada. Ponga la invitación, o la línea que el hub le comunicó.</translation>
    </message>
    <message>
        <source>This is not an edition of HubDesk</source>
        <translation>Esto no es una edición de HubDesk</translation>
    </message>
    <message>
        <source>This is neither an invite nor the line of a hub</source>
        <translation>Esto no es una invitación ni la línea de un hub</translation>
    </message>
    <message>
        <source>The sealed file is damaged, or it was cut</source>
        <translation>El archivo sellado está dañado o incompleto</translation>
    </message>
    <message>
        <source>Nothing was changed. Copy it again from where it came.</source>
        <translation>No se modificó nada. Cópielo de nuevo desde donde vino.</translation>
    </message>
    <message>
        <source>Some parts are missing or damaged: {missing}</source>
        <translation>Faltan partes o están dañadas: {missing}</translation>
    </message>
    <message>
        <source>What is there stays. Ask for those again.</source>
        <translation>Lo que hay se conserva. Pida de nuevo esas partes.</translation>
    </message>
    <message>
        <source>There are parts of several files</source>
        <translation>Hay partes de varios archivos</translation>
    </message>
    <message>
        <source>Nothing was changed. Put each file’s parts into a folder of its own.</source>
        <translation>No se modificó nada. Ponga las partes de cada archivo en su propia carpeta.</translation>
    </message>
    <message>
        <source>No part of a cut file was found there</source>
        <translation>Ahí no se encontró ninguna parte de un archivo dividido</translation>
    </message>
    <message>
        <source>Choose the folder in which you saved what came by mail.</source>
        <translation>Elija la carpeta donde guardó lo que llegó por correo.</translation>
    </message>
    <message>
        <source>So small parts would be too many</source>
        <translation>Partes tan pequeñas serían demasiadas</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a larger size.</source>
        <translation>No se escribió nada. Elija un tamaño mayor.</translation>
    </message>
    <message>
        <source>A mail of this size is too small for a part</source>
        <translation>Un correo de este tamaño es demasiado pequeño para una parte</translation>
    </message>
    <message>
        <source>This is not an address that a mail can be sent to</source>
        <translation>Esta no es una dirección a la que se pueda enviar un correo</translation>
    </message>
    <message>
        <source>There is a file of this name already</source>
        <translation>Ya hay un archivo con este nombre</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another name.</source>
        <translation>No se escribió nada. Elija otro nombre.</translation>
    </message>
    <message>
        <source>One of the desks was revoked, or its mandate has ended</source>
        <translation>Se revocó uno de los puestos, o terminó su mandato</translation>
    </message>
    <message>
        <source>Nothing was written. Leave it out and write the edition again.</source>
        <translation>No se escribió nada. Déjelo fuera y escriba la edición de nuevo.</translation>
    </message>
    <message>
        <source>A file is missing in this edition</source>
        <translation>Falta un archivo en esta edición</translation>
    </message>
    <message>
        <source>Everything else of it can be used. Another edition, or a sync, brings the file.</source>
        <translation>Todo lo demás se puede usar. Otra edición, o una sincronización, trae el archivo.</translation>
    </message>
    <message>
        <source>The edition cannot be read any more</source>
        <translation>La edición ya no se puede leer</translation>
    </message>
    <message>
        <source>What was taken stays. Put the stick in and take it again: it goes on from there.</source>
        <translation>Lo incorporado queda. Inserte la memoria e incorpórela otra vez: continúa desde ahí.</translation>
    </message>
    <message>
        <source>There is nothing at this place</source>
        <translation>No hay nada en este lugar</translation>
    </message>
    <message>
        <source>This computer carries as much for others as it may</source>
        <translation>Este equipo ya lleva para otros todo lo que puede</translation>
    </message>
    <message>
        <source>Nothing more was taken. Sync, so that the hub gets it.</source>
        <translation>No se tomó nada más. Sincronice para que el hub lo reciba.</translation>
    </message>
    <message>
        <source>This computer has joined this hub already</source>
        <translation>Este equipo ya forma parte de este hub</translation>
    </message>
    <message>
        <source>This file is nothing that HubDesk carries</source>
        <translation>Este archivo no es algo que HubDesk lleve</translation>
    </message>
    <message>
        <source>What somebody brought is of a sort that this version does not know</source>
        <translation>Lo que alguien trajo es de una clase que esta versión no conoce</translation>
    </message>
    <message>
        <source>A desk proposes what it may not</source>
        <translation>Un puesto propone lo que no le está permitido</translation>
    </message>
    <message>
        <source>A desk proposed something else under the same number before</source>
        <translation>Un puesto ya propuso otra cosa con el mismo número</translation>
    </message>
    <message>
        <source>It was not taken in. That desk must sync once.</source>
        <translation>No se incorporó. Ese puesto debe sincronizar una vez.</translation>
    </message>
    <message>
        <source>Nothing is accepted, so there is nothing to sign</source>
        <translation>No hay nada aceptado, así que no hay nada que firmar</translation>
    </message>
    <message>
        <source>What is accepted is too large to be carried</source>
        <translation>Lo aceptado es demasiado grande para llevarlo</translation>
    </message>
    <message>
        <source>It stays accepted. Publish it over a line.</source>
        <translation>Sigue aceptado. Publíquelo con una conexión.</translation>
    </message>
    <message>
        <source>A publication that you signed may still be on its way to the hub</source>
        <translation>Una publicación que usted firmó quizá sigue en camino al hub</translation>
    </message>
    <message>
        <source>Make an edition: it goes with it.</source>
        <translation>Haga una edición: irá con ella.</translation>
    </message>
    <message>
        <source>This is not the address of a relay</source>
        <translation>Esta no es la dirección de un intermediario</translation>
    </message>
    <message>
        <source>Nothing was changed. Copy all of what the relay shows.</source>
        <translation>No se modificó nada. Copie todo lo que muestra el intermediario.</translation>
    </message>
    <message>
        <source>A relay cannot be reached at this place</source>
        <translation>No se puede llegar a un intermediario en este lugar</translation>
    </message>
    <message>
        <source>The relay takes too long</source>
        <translation>El intermediario tarda demasiado</translation>
    </message>
    <message>
        <source>Nothing is lost. The hub is asked itself.</source>
        <translation>No se pierde nada. Se consulta directamente al hub.</translation>
    </message>
    <message>
        <source>The file does not lie on this computer</source>
        <translation>El archivo no está en este equipo</translation>
    </message>
    <message>
        <source>Nothing was signed. Get it and try it first.</source>
        <translation>No se firmó nada. Primero obténgalo y pruébelo.</translation>
    </message>
    <message>
        <source>The file has no licence</source>
        <translation>El archivo no tiene licencia</translation>
    </message>
    <message>
        <source>Nothing was signed. Say in the record under which one it may be passed on.</source>
        <translation>No se firmó nada. Diga en la ficha con cuál se puede transmitir.</translation>
    </message>
    <message>
        <source>No list of software waits for a signature</source>
        <translation>Ninguna lista de software espera una firma</translation>
    </message>
    <message>
        <source>This desk may not vouch for software of this hub</source>
        <translation>Este puesto no puede responder por el software de este hub</translation>
    </message>
    <message>
        <source>Nothing was changed. Its coordinators and the Secretariat can.</source>
        <translation>No se modificó nada. Su coordinación y la Secretaría pueden hacerlo.</translation>
    </message>
    <message>
        <source>No list of software names this file</source>
        <translation>Ninguna lista de software nombra este archivo</translation>
    </message>
    <message>
        <source>The list is another one by now</source>
        <translation>La lista ya es otra</translation>
    </message>
    <message>
        <source>Nothing was signed. Look at it again first.</source>
        <translation>No se firmó nada. Mírela primero de nuevo.</translation>
    </message>
    <message>
        <source>Another list waits for a second signature</source>
        <translation>Otra lista espera una segunda firma</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at that one and sign it first.</source>
        <translation>No se modificó nada. Primero mire esa y fírmela.</translation>
    </message>
    <message>
        <source>The list of software is read by everybody, and this record is for members</source>
        <translation>La lista de software la leen todos, y esta ficha es para miembros</translation>
    </message>
    <message>
        <source>The hub did not take the list of software</source>
        <translation>El hub no tomó la lista de software</translation>
    </message>
    <message>
        <source>It was dropped here. Offer the file again.</source>
        <translation>Aquí se descartó. Ofrezca el archivo de nuevo.</translation>
    </message>
    <message>
        <source>There is too little room to erase what is to be erased</source>
        <translation>Hay muy poco espacio para borrar lo que se debe borrar</translation>
    </message>
    <message>
        <source>It takes {needed} for a moment, and {free} are free. Make room; it goes on by itself.</source>
        <translation>Hacen falta {needed} por un momento y hay {free} libres. Libere espacio; sigue automáticamente.</translation>
    </message>
    <message>
        <source>This record was erased already</source>
        <translation>Esta ficha ya se borró</translation>
    </message>
    <message>
        <source>Records of this kind hold no personal data</source>
        <translation>Las fichas de este tipo no contienen datos personales</translation>
    </message>
    <message>
        <source>Nothing was changed. It can be withdrawn instead.</source>
        <translation>No se modificó nada. En su lugar, se puede retirar.</translation>
    </message>
    <message>
        <source>This is no reason for erasing</source>
        <translation>Este no es un motivo para borrar</translation>
    </message>
    <message>
        <source>What arrived leaves out the words of a record, and no notice says why</source>
        <translation>A lo que llegó le falta el texto de una ficha, y ningún aviso dice por qué</translation>
    </message>
    <message>
        <source>What arrived is signed, but its hub does not name it as the newest</source>
        <translation>Lo que llegó está firmado, pero su hub no lo indica como lo más nuevo</translation>
    </message>
    <message>
        <source>What vouches for this is out of date</source>
        <translation>Lo que responde por esto está vencido</translation>
    </message>
    <message>
        <source>Nothing was changed. Sync with the hub, then try again.</source>
        <translation>No se modificó nada. Sincronice con el hub e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The key that signed this was withdrawn</source>
        <translation>Se retiró la clave que firmó esto</translation>
    </message>
    <message>
        <source>What is here stays. The hub’s next publication by another desk goes on.</source>
        <translation>Lo que hay aquí se conserva. La próxima publicación del hub, desde otro puesto, continúa.</translation>
    </message>
    <message>
        <source>The desk that this is by was revoked</source>
        <translation>Se revocó el puesto del que viene esto</translation>
    </message>
    <message>
        <source>It was not taken. What is on this computer was not changed.</source>
        <translation>No se tomó. Lo que hay en este equipo no se modificó.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask whoever sent it for a new one.</source>
        <translation>No se modificó nada. Pida una nueva a quien la envió.</translation>
    </message>
    <message>
        <source>Its files were left as they are. Ask your hub’s coordinator for help.</source>
        <translation>Sus archivos quedaron como estaban. Pida ayuda a la coordinación de su hub.</translation>
    </message>
    <message>
        <source>What is here can be read, but nothing can be sent.</source>
        <translation>Lo que hay aquí se puede leer, pero no se puede enviar nada.</translation>
    </message>
    <message>
        <source>What was saved before is safe. Free some space, then try again.</source>
        <translation>Lo guardado antes está a salvo. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nothing was changed. Keep one of the two, or write a sentence of your own.</source>
        <translation>No se modificó nada. Conserve una de las dos o escriba su propia frase.</translation>
    </message>
    <message>
        <source>It may have been withdrawn, or come with the next sync.</source>
        <translation>Quizá se retiró, o venga con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Nothing was attached; the draft is as it was.</source>
        <translation>No se adjuntó nada; el borrador está como estaba.</translation>
    </message>
    <message>
        <source>This could not be used as it was given</source>
        <translation>Esto no se pudo usar tal como se dio</translation>
    </message>
    <message>
        <source>Your role does not permit this</source>
        <translation>Su función no lo permite</translation>
    </message>
    <message>
        <source>Nothing was changed. A coordinator of the hub can do it.</source>
        <translation>No se modificó nada. La coordinación del hub puede hacerlo.</translation>
    </message>
    <message>
        <source>A file of this program cannot be used</source>
        <translation>No se puede usar un archivo de este programa</translation>
    </message>
    <message>
        <source>Nothing was changed. Install HubDesk again.</source>
        <translation>No se modificó nada. Instale HubDesk de nuevo.</translation>
    </message>
    <message>
        <source>The keys of this desk cannot be read</source>
        <translation>No se pueden leer las claves de este puesto</translation>
    </message>
    <message>
        <source>This file is not on the list of files to come</source>
        <translation>Este archivo no está en la lista de archivos por llegar</translation>
    </message>
    <message>
        <source>It may be here already, or was taken off the list.</source>
        <translation>Quizá ya está aquí o se quitó de la lista.</translation>
    </message>
    <message>
        <source>This proposal is not open any more</source>
        <translation>Esta propuesta ya no está abierta</translation>
    </message>
    <message>
        <source>It was taken back, replaced or settled meanwhile.</source>
        <translation>Entretanto se retomó, se sustituyó o se resolvió.</translation>
    </message>
    <message>
        <source>HubDesk is already open with this catalogue</source>
        <translation>HubDesk ya está abierto con este catálogo</translation>
    </message>
    <message>
        <source>Close the other window, then start again. Nothing was changed.</source>
        <translation>Cierre la otra ventana y empiece de nuevo. No se modificó nada.</translation>
    </message>
    <message>
        <source>This catalogue was written by a newer HubDesk</source>
        <translation>Este catálogo lo escribió un HubDesk más nuevo</translation>
    </message>
    <message>
        <source>This version leaves it untouched. Install the newer version to open it.</source>
        <translation>Esta versión no lo toca. Instale la versión más nueva para abrirlo.</translation>
    </message>
    <message>
        <source>The catalogue on this computer is damaged</source>
        <translation>El catálogo de este equipo está dañado</translation>
    </message>
    <message>
        <source>HubDesk can bring the newest copy back, with what you wrote since. The damaged one is kept.</source>
        <translation>HubDesk puede recuperar la copia más reciente, con lo que escribió desde entonces. El catálogo dañado se conserva.</translation>
    </message>
    <message>
        <source>The catalogue on this computer is missing</source>
        <translation>Falta el catálogo de este equipo</translation>
    </message>
    <message>
        <source>Its copies are here, with what you wrote. The command “hubdesk backups restore” brings it back.</source>
        <translation>Sus copias están aquí, con lo que usted escribió. La orden «hubdesk backups restore» lo recupera.</translation>
    </message>
    <message>
        <source>The catalogue was closed meanwhile</source>
        <translation>Entretanto se cerró el catálogo</translation>
    </message>
    <message>
        <source>What was saved before is safe. Start HubDesk again.</source>
        <translation>Lo guardado antes está a salvo. Inicie HubDesk de nuevo.</translation>
    </message>
    <message>
        <source>Setting up this catalogue was interrupted</source>
        <translation>Se interrumpió la creación de este catálogo</translation>
    </message>
    <message>
        <source>There is no catalogue in this folder</source>
        <translation>No hay catálogo en esta carpeta</translation>
    </message>
    <message>
        <source>The keys of this desk are missing</source>
        <translation>Faltan las claves de este puesto</translation>
    </message>
    <message>
        <source>The keys of this desk are locked</source>
        <translation>Las claves de este puesto están bloqueadas</translation>
    </message>
    <message>
        <source>Unlock the keyring of this computer, then try again.</source>
        <translation>Desbloquee el llavero de este equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>The disk refuses to read or write</source>
        <translation>El disco se niega a leer o escribir</translation>
    </message>
    <message>
        <source>What was saved before is safe. Look at the folder {path}.</source>
        <translation>Lo guardado antes está a salvo. Revise la carpeta {path}.</translation>
    </message>
    <message>
        <source>The copy that is made before an upgrade could not be written</source>
        <translation>No se pudo escribir la copia que se hace antes de actualizar</translation>
    </message>
    <message>
        <source>The catalogue was not upgraded. Free some space, then start again.</source>
        <translation>El catálogo no se actualizó. Libere espacio y empiece de nuevo.</translation>
    </message>
    <message>
        <source>There is no room for today’s copy of the catalogue</source>
        <translation>No hay espacio para la copia de hoy del catálogo</translation>
    </message>
    <message>
        <source>It needs {needed}, and {free} are free. The earlier copies stay.</source>
        <translation>Hacen falta {needed} y hay {free} libres. Las copias anteriores se conservan.</translation>
    </message>
    <message>
        <source>Something in the catalogue is not as it was written</source>
        <translation>Algo en el catálogo no está como se escribió</translation>
    </message>
    <message>
        <source>This copy was not kept. The earlier copies stay.</source>
        <translation>Esta copia no se guardó. Las copias anteriores se conservan.</translation>
    </message>
    <message>
        <source>This copy of the catalogue is damaged</source>
        <translation>Esta copia del catálogo está dañada</translation>
    </message>
    <message>
        <source>Nothing was changed. Use another one.</source>
        <translation>No se modificó nada. Use otra.</translation>
    </message>
    <message>
        <source>There is no such copy of the catalogue</source>
        <translation>No existe esa copia del catálogo</translation>
    </message>
    <message>
        <source>There is no good copy of the catalogue</source>
        <translation>No hay ninguna copia buena del catálogo</translation>
    </message>
    <message>
        <source>Nothing was changed. What is published comes from the hub with a new invite.</source>
        <translation>No se modificó nada. Lo publicado vuelve del hub con una nueva invitación.</translation>
    </message>
    <message>
        <source>The limit of this month, {cap}, is used up</source>
        <translation>El límite de este mes, {cap}, se agotó</translation>
    </message>
    <message>
        <source>Nothing is lost; it goes on from {renews}. To go on now, raise it in the settings.</source>
        <translation>No se pierde nada; sigue el {renews}. Para seguir ahora, auméntelo en los ajustes.</translation>
    </message>
    <message>
        <source>What is left of this month’s {cap} is kept for records</source>
        <translation>Lo que queda de los {cap} de este mes se reserva para las fichas</translation>
    </message>
    <message>
        <source>Files go on from {renews}. To go on now, raise the limit in the settings.</source>
        <translation>Los archivos siguen el {renews}. Para seguir ahora, aumente el límite en los ajustes.</translation>
    </message>
    <message>
        <source>Files come by themselves between {first} and {last} only</source>
        <translation>Los archivos solo llegan automáticamente entre {first} y {last}</translation>
    </message>
    <message>
        <source>What you ask for yourself comes at once.</source>
        <translation>Lo que usted pide llega enseguida.</translation>
    </message>
    <message>
        <source>This link is paid by volume, so nothing comes by itself</source>
        <translation>Esta conexión se paga por volumen: nada llega automáticamente</translation>
    </message>
    <message>
        <source>What you ask for yourself comes at once. The settings can allow the rest.</source>
        <translation>Lo que usted pide llega enseguida. Los ajustes pueden permitir el resto.</translation>
    </message>
    <message>
        <source>The list of files to come rests</source>
        <translation>La lista de archivos por llegar está en pausa</translation>
    </message>
    <message>
        <source>It stays as it is. Choose in the settings which files may come.</source>
        <translation>Queda como está. Elija en los ajustes qué archivos pueden llegar.</translation>
    </message>
    <message>
        <source>This limit cannot be set</source>
        <translation>No se puede fijar este límite</translation>
    </message>
    <message>
        <source>This limit is too small</source>
        <translation>Este límite es demasiado bajo</translation>
    </message>
    <message>
        <source>Nothing was changed. The least is {least}.</source>
        <translation>No se modificó nada. El mínimo es {least}.</translation>
    </message>
    <message>
        <source>These hours cannot be used</source>
        <translation>No se pueden usar estas horas</translation>
    </message>
    <message>
        <source>Nothing was changed. Give two different times of the day.</source>
        <translation>No se modificó nada. Indique dos horas distintas.</translation>
    </message>
    <message>
        <source>The hub does not answer</source>
        <translation>El hub no responde</translation>
    </message>
    <message>
        <source>Everything on this computer stays usable. What waits is sent at the next sync.</source>
        <translation>Todo lo que hay en este equipo sigue disponible. Lo que espera se envía en la próxima sincronización.</translation>
    </message>
    <message>
        <source>The link went down</source>
        <translation>Se cortó la conexión</translation>
    </message>
    <message>
        <source>Nothing came over the link for a while</source>
        <translation>No llega nada por la conexión</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Detenido por usted</translation>
    </message>
    <message>
        <source>The server is not the one that the invite named</source>
        <translation>El servidor no es el que nombra la invitación</translation>
    </message>
    <message>
        <source>The answer is not one of a HubDesk server</source>
        <translation>La respuesta no es de un servidor de HubDesk</translation>
    </message>
    <message>
        <source>Nothing was changed. A proxy on the way may be answering instead.</source>
        <translation>No se modificó nada. Quizá responde un proxy en el camino.</translation>
    </message>
    <message>
        <source>This version cannot read what the other side sent</source>
        <translation>Esta versión no puede leer lo que envió la otra parte</translation>
    </message>
    <message>
        <source>The server’s address cannot be used</source>
        <translation>No se puede usar la dirección del servidor</translation>
    </message>
    <message>
        <source>The hub has too much to do</source>
        <translation>El hub está sobrecargado</translation>
    </message>
    <message>
        <source>This desk has not joined a hub yet</source>
        <translation>Este puesto aún no forma parte de un hub</translation>
    </message>
    <message>
        <source>Join one with an invite; then this has a place to go.</source>
        <translation>Únase a uno con una invitación; entonces esto tendrá adónde ir.</translation>
    </message>
    <message>
        <source>This is not an invite that HubDesk can read</source>
        <translation>Esta no es una invitación que HubDesk pueda leer</translation>
    </message>
    <message>
        <source>Copy the whole line as it was sent to you. Nothing was changed.</source>
        <translation>Copie toda la línea tal como se la enviaron. No se modificó nada.</translation>
    </message>
    <message>
        <source>This invite was used already</source>
        <translation>Esta invitación ya se usó</translation>
    </message>
    <message>
        <source>This invite is too old</source>
        <translation>Esta invitación es demasiado antigua</translation>
    </message>
    <message>
        <source>The server does not know this invite</source>
        <translation>El servidor no conoce esta invitación</translation>
    </message>
    <message>
        <source>This invite is for another hub</source>
        <translation>Esta invitación es para otro hub</translation>
    </message>
    <message>
        <source>This desk belongs to another Centre already</source>
        <translation>Este puesto ya pertenece a otro Centro</translation>
    </message>
    <message>
        <source>Nothing was changed. Use another profile for this invite.</source>
        <translation>No se modificó nada. Use otro perfil para esta invitación.</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>No existe ese archivo</translation>
    </message>
    <message>
        <source>This is not a file</source>
        <translation>Esto no es un archivo</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>No se puede leer el archivo</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>El archivo es demasiado grande</translation>
    </message>
    <message>
        <source>The file changed while it was read</source>
        <translation>El archivo cambió mientras se leía</translation>
    </message>
    <message>
        <source>Nothing was attached. Close it in the other program, then try again.</source>
        <translation>No se adjuntó nada. Ciérrelo en el otro programa e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Records of this kind may not stand there</source>
        <translation>Las fichas de este tipo no pueden estar ahí</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another place for it.</source>
        <translation>No se modificó nada. Elija otro lugar.</translation>
    </message>
    <message>
        <source>This record is not on this computer</source>
        <translation>Esta ficha no está en este equipo</translation>
    </message>
    <message>
        <source>This collection is not on this computer</source>
        <translation>Esta colección no está en este equipo</translation>
    </message>
    <message>
        <source>The record has no such file</source>
        <translation>La ficha no tiene ese archivo</translation>
    </message>
    <message>
        <source>The record has more than one file</source>
        <translation>La ficha tiene más de un archivo</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose one of them.</source>
        <translation>No se modificó nada. Elija uno.</translation>
    </message>
    <message>
        <source>There is no draft of this record</source>
        <translation>No hay borrador de esta ficha</translation>
    </message>
    <message>
        <source>It may have been proposed or deleted meanwhile.</source>
        <translation>Quizá se propuso o se eliminó entretanto.</translation>
    </message>
    <message>
        <source>Nothing of this record waits to be sent</source>
        <translation>Nada de esta ficha espera envío</translation>
    </message>
    <message>
        <source>It was settled or taken back meanwhile.</source>
        <translation>Entretanto se resolvió o se retomó.</translation>
    </message>
    <message>
        <source>This version has no content to bring back</source>
        <translation>Esta versión no tiene contenido que recuperar</translation>
    </message>
    <message>
        <source>This record was never published</source>
        <translation>Esta ficha nunca se publicó</translation>
    </message>
    <message>
        <source>Nothing was changed. Delete its draft instead.</source>
        <translation>No se modificó nada. Elimine su borrador.</translation>
    </message>
    <message>
        <source>The reason is missing</source>
        <translation>Falta el motivo</translation>
    </message>
    <message>
        <source>Nothing was changed. Say why; it stays in the history.</source>
        <translation>No se modificó nada. Diga por qué; queda en el historial.</translation>
    </message>
    <message>
        <source>The comment is missing</source>
        <translation>Falta el comentario</translation>
    </message>
    <message>
        <source>Nothing was changed. Say why; the author reads it.</source>
        <translation>No se modificó nada. Diga por qué; quien lo escribió lo lee.</translation>
    </message>
    <message>
        <source>This is larger than a record may be</source>
        <translation>Es más de lo que puede ocupar una ficha</translation>
    </message>
    <message>
        <source>What you wrote stays here. Shorten it, then try again.</source>
        <translation>Lo que escribió sigue aquí. Acórtelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is nothing left to decide here</source>
        <translation>No queda nada que decidir aquí</translation>
    </message>
    <message>
        <source>It was decided meanwhile. Nothing was changed.</source>
        <translation>Se decidió entretanto. No se modificó nada.</translation>
    </message>
    <message>
        <source>This is not one of the choices</source>
        <translation>No es una de las opciones</translation>
    </message>
    <message>
        <source>What both sides say cannot be joined</source>
        <translation>No se puede unir lo que dicen ambas partes</translation>
    </message>
    <message>
        <source>Decided like this, the record could not be proposed</source>
        <translation>Con esta decisión, la ficha no se podría proponer</translation>
    </message>
    <message>
        <source>Nothing of this collection waits for you any more</source>
        <translation>Nada de esta colección espera ya su decisión</translation>
    </message>
    <message>
        <source>This earlier version is not on this computer</source>
        <translation>Esta versión anterior no está en este equipo</translation>
    </message>
    <message>
        <source>It comes from the hub when there is a connection.</source>
        <translation>Viene del hub cuando hay conexión.</translation>
    </message>
    <message>
        <source>This desk does not coordinate that hub</source>
        <translation>Este puesto no coordina ese hub</translation>
    </message>
    <message>
        <source>The newest version of this collection waits to be looked at</source>
        <translation>La última versión de esta colección espera que alguien la mire</translation>
    </message>
    <message>
        <source>It would withdraw many records. Take it first; what was accepted stays accepted.</source>
        <translation>Retiraría muchas fichas. Tómela primero; lo aceptado sigue aceptado.</translation>
    </message>
    <message>
        <source>This would withdraw a great part of the collection</source>
        <translation>Esto retiraría gran parte de la colección</translation>
    </message>
    <message>
        <source>Nothing was signed. If it is meant, publish again and type the number, {count}.</source>
        <translation>No se firmó nada. Si es lo que quiere, publique de nuevo y escriba el número, {count}.</translation>
    </message>
    <message>
        <source>Another program holds the catalogue</source>
        <translation>Otro programa tiene ocupado el catálogo</translation>
    </message>
    <message>
        <source>The hub’s answer could not be used</source>
        <translation>No se pudo usar la respuesta del hub</translation>
    </message>
    <message>
        <source>Nothing was changed on this computer. Try again later.</source>
        <translation>No se modificó nada en este equipo. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>This is not on this computer</source>
        <translation>Esto no está en este equipo</translation>
    </message>
    <message>
        <source>The catalogue on this computer cannot be opened</source>
        <translation>No se puede abrir el catálogo de este equipo</translation>
    </message>
    <message>
        <source>The disk refused to save</source>
        <translation>El disco se negó a guardar</translation>
    </message>
    <message>
        <source>Something went wrong that HubDesk did not foresee</source>
        <translation>Ocurrió algo que HubDesk no previó</translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation>Lo guardado antes está a salvo.</translation>
    </message>
    <message>
        <source>Details: {code}</source>
        <translation>Detalles: {code}</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>How this computer connects</source>
        <translation>Cómo se conecta este equipo</translation>
    </message>
    <message>
        <source>This computer has joined no hub, so that nothing is sent or received.</source>
        <translation>Este equipo no forma parte de ningún hub, así que no se envía ni se recibe nada.</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>Unirse a un hub</translation>
    </message>
    <message>
        <source>Central server</source>
        <translation>Servidor central</translation>
    </message>
    <message>
        <source>For trials only: this address is not encrypted.</source>
        <translation>Solo para pruebas: esta dirección no está cifrada.</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Aún sin consultar</translation>
    </message>
    <message>
        <source>No answer {time}</source>
        <translation>Sin respuesta: {time}</translation>
    </message>
    <message>
        <source>Link lost {time}</source>
        <translation>Conexión perdida: {time}</translation>
    </message>
    <message>
        <source>Refused the sync {time}</source>
        <translation>Rechazó la sincronización: {time}</translation>
    </message>
    <message>
        <source>Answered {time}</source>
        <translation>Respondió: {time}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Every choice is kept at once, on this computer only.</source>
        <translation>Cada elección se guarda enseguida, solo en este equipo.</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Idioma y aspecto</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>HubDesk speaks it from its next start.</source>
        <translation>HubDesk lo usará desde su próximo inicio.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>In addition to the size that the system sets.</source>
        <translation>Además del tamaño que fija el sistema.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>You and your work</source>
        <translation>Usted y su trabajo</translation>
    </message>
    <message>
        <source>For example National Assembly of Zambia</source>
        <translation>Por ejemplo, Asamblea Nacional de Zambia</translation>
    </message>
    <message>
        <source>Offered as the owner of what you write.</source>
        <translation>Se ofrece como responsable de lo que escribe.</translation>
    </message>
    <message>
        <source>Your parliament</source>
        <translation>Su parlamento</translation>
    </message>
    <message>
        <source>Sync when HubDesk starts</source>
        <translation>Sincronizar al iniciar HubDesk</translation>
    </message>
    <message>
        <source>Otherwise it syncs only when you say so. Small changes take a few kilobytes.</source>
        <translation>Si no, solo sincroniza cuando usted lo pide. Los cambios pequeños ocupan unos pocos kilobytes.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Where everything lies</source>
        <translation>Dónde está todo</translation>
    </message>
    <message>
        <source>Copy the folder’s path</source>
        <translation>Copiar la ruta de la carpeta</translation>
    </message>
    <message>
        <source>The folder’s path was copied</source>
        <translation>Se copió la ruta de la carpeta</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar carpeta</translation>
    </message>
    <message>
        <source>Number of this desk</source>
        <translation>Número de este puesto</translation>
    </message>
    <message>
        <source>Copy the desk’s number</source>
        <translation>Copiar el número del puesto</translation>
    </message>
    <message>
        <source>The desk’s number was copied</source>
        <translation>Se copió el número del puesto</translation>
    </message>
    <message>
        <source>Copies of the catalogue</source>
        <translation>Copias del catálogo</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Revisando</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>Hacer una ahora</translation>
    </message>
    <message>
        <source>Its private keys</source>
        <translation>Sus claves privadas</translation>
    </message>
    <message>
        <source>About HubDesk</source>
        <translation>Acerca de HubDesk</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versión {number}</translation>
    </message>
    <message>
        <source>free software under the licence {licence}</source>
        <translation>software libre con la licencia {licence}</translation>
    </message>
    <message>
        <source>Made for the IPU’s Centre for Innovation in Parliament. Anybody may use it, study it, change it and pass it on.</source>
        <translation>Hecho para el Centro para la Innovación en el Parlamento de la UIP. Cualquiera puede usarlo, estudiarlo, modificarlo y transmitirlo.</translation>
    </message>
    <message>
        <source>Show what it is built on, and the licences</source>
        <translation>Mostrar en qué se basa, y las licencias</translation>
    </message>
    <message>
        <source>Locked with a key that the system’s own keyring keeps</source>
        <translation>Bloqueadas con una clave que guarda el llavero del sistema</translation>
    </message>
    <message>
        <source>Locked with a passphrase</source>
        <translation>Bloqueadas con una frase secreta</translation>
    </message>
    <message>
        <source>Only the rights of the file protect them</source>
        <translation>Solo las protegen los permisos del archivo</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No se encuentran</translation>
    </message>
    <message>
        <source>This system keeps no secrets for programs. Lock the disk of this computer, and tell your coordinator when it is lost.</source>
        <translation>Este sistema no guarda secretos para los programas. Cifre el disco de este equipo y avise a su coordinación si se pierde.</translation>
    </message>
    <message>
        <source>Without them nothing can be sent. Ask your coordinator for a new invite.</source>
        <translation>Sin ellas no se puede enviar nada. Pida una nueva invitación a su coordinación.</translation>
    </message>
    <message>
        <source>None yet; one is made each day on which something changed</source>
        <translation>Aún ninguna; se hace una cada día en que algo cambia</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept and verified, the last of {time}, {size}</source>
        <translation>
            <numerusform>%Ln conservada y verificada, de {time}, {size}</numerusform>
            <numerusform>%Ln conservadas y verificadas, la última de {time}, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Making one</source>
        <translation>Haciendo una copia</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>no indicada</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>The form follows the record’s kind. Fields that your version of HubDesk does not know are kept unchanged.</source>
        <translation>El formulario sigue el tipo de ficha. Los campos que su versión de HubDesk no conoce se conservan sin cambios.</translation>
    </message>
    <message>
        <source>Withdraw this record</source>
        <translation>Retirar esta ficha</translation>
    </message>
    <message>
        <source>Erase this record for everybody</source>
        <translation>Borrar esta ficha para todos</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Versión publicada</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>Su borrador</translation>
    </message>
</context>
<context>
    <name>SideCell</name>
    <message>
        <source>Keep this</source>
        <translation>Conservar esta</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservada</translation>
    </message>
</context>
<context>
    <name>SizeCard</name>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Todo lo demás</translation>
    </message>
    <message>
        <source>of {size}</source>
        <translation>de {size}</translation>
    </message>
    <message>
        <source>Fits, {size} left</source>
        <translation>Cabe, quedan {size}</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Demasiado grande</translation>
    </message>
</context>
<context>
    <name>SoftwareNote</name>
    <message>
        <source>Withdrawn: {reason}. Do not install it, and remove it where it is installed.</source>
        <translation>Retirado: {reason}. No lo instale, y quítelo donde esté instalado.</translation>
    </message>
    <message>
        <source>May be installed, as of {date}; the hub was not heard of since. Sync before you install it.</source>
        <translation>Se puede instalar, según datos de {date}; desde entonces no hay noticias del hub. Sincronice antes de instalarlo.</translation>
    </message>
    <message>
        <source>May be installed: two people vouch for it</source>
        <translation>Se puede instalar: dos personas responden por él</translation>
    </message>
    <message>
        <source>Do not install it yet: only one of two signatures is there</source>
        <translation>No lo instale aún: solo está una de las dos firmas</translation>
    </message>
    <message>
        <source>Do not install it: what vouched for it is out of date since {date}</source>
        <translation>No lo instale: lo que respondía por él está vencido desde: {date}</translation>
    </message>
    <message>
        <source>Do not install it: nobody vouches for it any more</source>
        <translation>No lo instale: ya nadie responde por él</translation>
    </message>
    <message>
        <source>signed by {keys}</source>
        <translation>firmado por {keys}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>desde {date}</translation>
    </message>
</context>
<context>
    <name>SomeOf</name>
    <message>
        <source>Add one</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Quitar {name}</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En espera de envío</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Aún no está aquí</translation>
    </message>
    <message numerus="yes">
        <source>%Ln needed to publish</source>
        <translation>
            <numerusform>%Ln necesario para publicar</numerusform>
            <numerusform>%Ln necesarios para publicar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln punto por resolver</numerusform>
            <numerusform>%Ln puntos por resolver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln sugerencia</numerusform>
            <numerusform>%Ln sugerencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), {size}</source>
        <translation>
            <numerusform>%Ln archivo, {size}</numerusform>
            <numerusform>%Ln archivos, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completo</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Everything you already have stays usable while HubDesk syncs.</source>
        <translation>Todo lo que ya tiene sigue disponible mientras HubDesk sincroniza.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar</translation>
    </message>
    <message>
        <source>Sync now (Ctrl+R)</source>
        <translation>Sincronizar ahora (Ctrl+R)</translation>
    </message>
    <message>
        <source>Pause all files</source>
        <translation>Poner en pausa todos los archivos</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Do not try again</source>
        <translation>No intentar más</translation>
    </message>
    <message>
        <source>Past syncs</source>
        <translation>Sincronizaciones anteriores</translation>
    </message>
    <message>
        <source>No sync yet.</source>
        <translation>Aún no hay sincronizaciones.</translation>
    </message>
    <message>
        <source>Join a hub first; then there is a server to sync with.</source>
        <translation>Únase primero a un hub; entonces habrá un servidor con el cual sincronizar.</translation>
    </message>
    <message>
        <source>Go on with all files</source>
        <translation>Seguir con todos los archivos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) changed</source>
        <translation>
            <numerusform>%Ln ficha modificada</numerusform>
            <numerusform>%Ln fichas modificadas</numerusform>
        </translation>
    </message>
    <message>
        <source>The sync has begun</source>
        <translation>La sincronización comenzó</translation>
    </message>
    <message>
        <source>Taken back: it is a draft again</source>
        <translation>Retomada: vuelve a ser un borrador</translation>
    </message>
</context>
<context>
    <name>SyncTable</name>
    <message>
        <source>Details: {code}</source>
        <translation>Detalles: {code}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>menos de 1 s</translation>
    </message>
    <message>
        <source>Central server</source>
        <translation>Servidor central</translation>
    </message>
    <message>
        <source>USB edition</source>
        <translation>Edición USB</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completa</translation>
    </message>
    <message>
        <source>Link lost, nothing lost</source>
        <translation>Conexión perdida, nada perdido</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Detenida por usted</translation>
    </message>
    <message>
        <source>Not all could be used</source>
        <translation>No todo se pudo usar</translation>
    </message>
</context>
<context>
    <name>SyncWording</name>
    <message>
        <source>Asking the central server</source>
        <translation>Consultando al servidor central</translation>
    </message>
    <message>
        <source>Sending your changes</source>
        <translation>Enviando sus cambios</translation>
    </message>
    <message>
        <source>Receiving {collection}</source>
        <translation>Recibiendo {collection}</translation>
    </message>
    <message>
        <source>Checking the signatures of {collection}</source>
        <translation>Verificando las firmas: {collection}</translation>
    </message>
    <message>
        <source>Making {collection} searchable</source>
        <translation>Preparando la búsqueda: {collection}</translation>
    </message>
    <message>
        <source>The link went down; waiting to try again</source>
        <translation>Se cortó la conexión; a la espera de otro intento</translation>
    </message>
    <message>
        <source>Putting things away</source>
        <translation>Guardando todo en su lugar</translation>
    </message>
    <message>
        <source>Receiving records</source>
        <translation>Recibiendo fichas</translation>
    </message>
    <message>
        <source>Checking signatures</source>
        <translation>Verificando firmas</translation>
    </message>
    <message>
        <source>Making records searchable</source>
        <translation>Preparando la búsqueda</translation>
    </message>
    <message>
        <source>again in {time}</source>
        <translation>otro intento en {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
    <message>
        <source>{down} received, {up} sent</source>
        <translation>{down} recibidos, {up} enviados</translation>
    </message>
    <message>
        <source>You stopped the sync at {time}</source>
        <translation>Usted detuvo la sincronización a las {time}</translation>
    </message>
    <message>
        <source>The next sync goes on from there.</source>
        <translation>La próxima sincronización sigue desde ahí.</translation>
    </message>
    <message>
        <source>The link went down at {time}</source>
        <translation>La conexión se cortó a las {time}</translation>
    </message>
    <message>
        <source>The central server did not answer at {time}</source>
        <translation>El servidor central no respondió a las {time}</translation>
    </message>
    <message>
        <source>The rest follows by itself: HubDesk tries again at {time}.</source>
        <translation>El resto llega después: HubDesk lo intenta de nuevo a las {time}.</translation>
    </message>
    <message>
        <source>{part} are safe on this computer.</source>
        <translation>{part} están a salvo en este equipo.</translation>
    </message>
    <message>
        <source>Everything on this computer is safe, and your changes are kept until they are sent.</source>
        <translation>Todo lo que hay en este equipo está a salvo, y sus cambios se conservan hasta que se envíen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) new or changed.</source>
        <translation>
            <numerusform>%Ln ficha nueva o modificada.</numerusform>
            <numerusform>%Ln fichas nuevas o modificadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your changes reached the hub.</source>
        <translation>
            <numerusform>%Ln de sus cambios llegó al hub.</numerusform>
            <numerusform>%Ln de sus cambios llegaron al hub.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing new.</source>
        <translation>No había nada nuevo.</translation>
    </message>
    <message>
        <source>Synced at {time}, with something to look at</source>
        <translation>Sincronizado a las {time}, con algo que revisar</translation>
    </message>
    <message>
        <source>Synced at {time}</source>
        <translation>Sincronizado a las {time}</translation>
    </message>
    <message>
        <source>News of {collections} would withdraw many records; it waits for you below.</source>
        <translation>Lo nuevo de {collections} retiraría muchas fichas; le espera más abajo.</translation>
    </message>
    <message>
        <source>This server does not give {collections} to this computer: stop following it on the hubs page.</source>
        <translation>Este servidor no da {collections} a este equipo: deje de seguirla en la página de hubs.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of the answer did not match what was signed; thrown away, nothing here was changed.</source>
        <translation>
            <numerusform>%Ln parte de la respuesta no correspondía a lo firmado; se descartó y aquí no se modificó nada.</numerusform>
            <numerusform>%Ln partes de la respuesta no correspondían a lo firmado; se descartaron y aquí no se modificó nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details: {code}</source>
        <translation>Detalles: {code}</translation>
    </message>
    <message>
        <source>The server had lost news of {collections}; this computer brought it back.</source>
        <translation>El servidor había perdido novedades de {collections}; este equipo las devolvió.</translation>
    </message>
    <message>
        <source>The server holds less of {collections} than this computer; nothing here was changed.</source>
        <translation>El servidor tiene menos de {collections} que este equipo; aquí no se modificó nada.</translation>
    </message>
</context>
<context>
    <name>TimesCard</name>
    <message>
        <source>The same over a network</source>
        <translation>Lo mismo por una red</translation>
    </message>
    <message>
        <source>{n} kbit/s</source>
        <translation>{n} kbit/s</translation>
    </message>
</context>
<context>
    <name>ToBeSent</name>
    <message>
        <source>To be sent</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ficha</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>About {time} at {speed}</source>
        <translation>Unos {time} a {speed}</translation>
    </message>
    <message>
        <source>64 kbit/s</source>
        <translation>64 kbit/s</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search the catalogue</source>
        <translation>Buscar en el catálogo</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nueva ficha</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Búsqueda</translation>
    </message>
</context>
<context>
    <name>Vouching</name>
    <message>
        <source>Signed {date}, checked on this computer</source>
        <translation>Firmado: {date}, verificado en este equipo</translation>
    </message>
    <message>
        <source>Signed {date}, checked on this computer; as of {as_of}</source>
        <translation>Firmado: {date}, verificado en este equipo; datos de {as_of}</translation>
    </message>
    <message>
        <source>Signed {date}; the signature is out of date since {expires}</source>
        <translation>Firmado: {date}; la firma está vencida desde: {expires}</translation>
    </message>
    <message>
        <source>Signed {date} with a key that was withdrawn since; the last good state is shown</source>
        <translation>Firmado: {date}, con una clave que después se retiró; se muestra el último estado bueno</translation>
    </message>
    <message>
        <source>The hub signed two different states; nothing newer is taken until people have found out why</source>
        <translation>El hub firmó dos estados distintos; no se recibe nada más nuevo hasta que se averigüe por qué</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin verificar</translation>
    </message>
    <message>
        <source>Its key ends on {expires}; the hub’s coordinators should renew it.</source>
        <translation>Su clave vence: {expires}; la coordinación del hub debería renovarla.</translation>
    </message>
    <message>
        <source>{sentence}, by {name}</source>
        <translation>{sentence}, por {name}</translation>
    </message>
</context>
<context>
    <name>WaitingEntry</name>
    <message>
        <source>Without a title</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>proposed {time}</source>
        <translation>propuesto {time}</translation>
    </message>
    <message numerus="yes">
        <source>{size} and %Ln file(s)</source>
        <translation>
            <numerusform>{size} y %Ln archivo</numerusform>
            <numerusform>{size} y %Ln archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Su decisión</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Accepted, not published yet</source>
        <translation>Aceptado, aún sin publicar</translation>
    </message>
    <message>
        <source>With the coordinators</source>
        <translation>Con la coordinación</translation>
    </message>
    <message>
        <source>Withdrawal, to be sent</source>
        <translation>Retirada, por enviar</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>Por enviar</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Write one and press Enter</source>
        <translation>Escriba una y pulse Intro</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Quitar {name}</translation>
    </message>
</context>
<context>
    <name>YesNo</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin indicar</translation>
    </message>
</context>
<context>
    <name>_Section</name>
    <message>
        <source>Nothing to choose yet</source>
        <translation>Aún no hay nada que elegir</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
</context>
</TS>
