<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>Attention</name>
    <message>
        <source>{hub} signed two different states</source>
        <translation>{hub} assinou dois estados diferentes</translation>
    </message>
    <message>
        <source>What is here stays as it is, and nothing newer is taken until people have found out why. Tell the hub and the Secretariat, by telephone if you can.</source>
        <translation>O que está aqui fica como está, e nada mais novo é aceito até que se descubra por quê. Avise o hub e o Secretariado, por telefone se puder.</translation>
    </message>
    <message>
        <source>The key that signed for {hub} was withdrawn</source>
        <translation>A chave que assinava por {hub} foi revogada</translation>
    </message>
    <message>
        <source>The last good state is shown. The next publication by another desk of the hub goes on from there.</source>
        <translation>É mostrado o último estado bom. A próxima publicação de outro posto do hub continua daí.</translation>
    </message>
    <message>
        <source>The signature of {hub} is out of date since {date}</source>
        <translation>A assinatura de {hub} está vencida desde {date}</translation>
    </message>
    <message>
        <source>Everything can be read. No software of it should be installed before its coordinators renew it.</source>
        <translation>Tudo pode ser lido. Nenhum software dele deve ser instalado antes que a coordenação a renove.</translation>
    </message>
    <message>
        <source>The signature of {hub} ends on {date}</source>
        <translation>A assinatura de {hub} vence em {date}</translation>
    </message>
    <message>
        <source>Its coordinators renew it with their next publication.</source>
        <translation>A coordenação a renova com a próxima publicação.</translation>
    </message>
    <message>
        <source>Do not install {name}: it was withdrawn</source>
        <translation>Não instale {name}: foi retirado</translation>
    </message>
    <message>
        <source>Reason: {reason}. Remove it where it is installed; its copy here stays until you delete it.</source>
        <translation>Motivo: {reason}. Remova-o de onde estiver instalado; a cópia daqui fica até que você a apague.</translation>
    </message>
    <message numerus="yes">
        <source>{collection} would withdraw %Ln record(s)</source>
        <translation>
            <numerusform>{collection} retiraria %Ln registro</numerusform>
            <numerusform>{collection} retiraria %Ln registros</numerusform>
        </translation>
    </message>
    <message>
        <source>That is much of the {records} that are here, so nothing was changed yet. Among them: {titles}. Ask the hub&apos;s coordinator if this surprises you. What is withdrawn stays in the bin for 90 days.</source>
        <translation>É muito dos {records} que há aqui, por isso nada foi alterado ainda. Entre eles: {titles}. Consulte a coordenação do hub se isto o surpreende. O que é retirado fica na lixeira por 90 dias.</translation>
    </message>
    <message>
        <source>Withdraw them here too</source>
        <translation>Retirá-los aqui também</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) changed here and at the hub in the same place</source>
        <translation>
            <numerusform>%Ln registro alterado aqui e no hub no mesmo lugar</numerusform>
            <numerusform>%Ln registros alterados aqui e no hub no mesmo lugar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost. Choose what to keep when you have time.</source>
        <translation>Nada se perde. Escolha o que manter quando tiver tempo.</translation>
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
        <translation>Sem título</translation>
    </message>
    <message>
        <source>withdrawn {time}</source>
        <translation>retirado {time}</translation>
    </message>
    <message numerus="yes">
        <source>kept %Ln more day(s)</source>
        <translation>
            <numerusform>guardado por mais %Ln dia</numerusform>
            <numerusform>guardado por mais %Ln dias</numerusform>
        </translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Ler</translation>
    </message>
    <message>
        <source>Propose it anew</source>
        <translation>Propor de novo</translation>
    </message>
</context>
<context>
    <name>Brand</name>
    <message>
        <source>What parliaments know, on this computer.</source>
        <translation>O que os parlamentos sabem, neste computador.</translation>
    </message>
    <message>
        <source>HubDesk keeps the shared catalogue here, so it works without a network. You decide when it sends or receives.</source>
        <translation>O HubDesk guarda aqui o catálogo comum: funciona sem rede. Você decide quando ele envia ou recebe.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer unless you propose it.</source>
        <translation>Nada sai deste computador sem que você o proponha.</translation>
    </message>
</context>
<context>
    <name>CarriedPage</name>
    <message>
        <source>Requests, proposals and answers of desks that have no network.</source>
        <translation>Pedidos, propostas e respostas de postos que não têm rede.</translation>
    </message>
    <message>
        <source>Carried for others</source>
        <translation>Levado para outros</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Write files for others</source>
        <translation>Escrever arquivos para outros</translation>
    </message>
    <message>
        <source>Take files in</source>
        <translation>Receber arquivos</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Receber</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>A caminho</translation>
    </message>
    <message>
        <source>Take this file in?</source>
        <translation>Receber este arquivo?</translation>
    </message>
    <message>
        <source>{file}: it is checked, and passed on to the hub at the next sync where it is for it.</source>
        <translation>{file}: é verificado e, se for para o hub, segue na próxima sincronização.</translation>
    </message>
    <message>
        <source>Nothing is carried. What others bring on a stick or in a mail appears here.</source>
        <translation>Nada a levar. O que outros trazem em um pendrive ou por e-mail aparece aqui.</translation>
    </message>
    <message>
        <source>A request to join, of desk {id}</source>
        <translation>Um pedido de entrada, do posto {id}</translation>
    </message>
    <message>
        <source>Proposals of desk {id}</source>
        <translation>Propostas do posto {id}</translation>
    </message>
    <message>
        <source>A signed publication of desk {id}</source>
        <translation>Uma publicação assinada do posto {id}</translation>
    </message>
    <message>
        <source>Answers for desk {id}</source>
        <translation>Respostas para o posto {id}</translation>
    </message>
    <message>
        <source>An admission for desk {id}</source>
        <translation>Uma admissão para o posto {id}</translation>
    </message>
    <message>
        <source>Something for desk {id}</source>
        <translation>Algo para o posto {id}</translation>
    </message>
    <message>
        <source>{size}, here since {time}</source>
        <translation>{size}, aqui desde: {time}</translation>
    </message>
    <message>
        <source>The hub refused it</source>
        <translation>O hub recusou</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregue</translation>
    </message>
    <message>
        <source>Waits for the next sync or edition</source>
        <translation>Espera a próxima sincronização ou edição</translation>
    </message>
    <message>
        <source>What desks carry (*.hubdesk)</source>
        <translation>O que os postos levam (*.hubdesk)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) taken in</source>
        <translation>
            <numerusform>%Ln arquivo recebido</numerusform>
            <numerusform>%Ln arquivos recebidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for this computer.</source>
        <translation>
            <numerusform>%Ln para este computador.</numerusform>
            <numerusform>%Ln para este computador.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln carried on.</source>
        <translation>
            <numerusform>%Ln segue adiante.</numerusform>
            <numerusform>%Ln seguem adiante.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already.</source>
        <translation>
            <numerusform>%Ln já conhecido.</numerusform>
            <numerusform>%Ln já conhecidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the files are written</source>
        <translation>Onde os arquivos são escritos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln arquivo escrito</numerusform>
            <numerusform>%Ln arquivos escritos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for members alone stay here: they travel in a sealed edition.</source>
        <translation>
            <numerusform>%Ln só para membros fica aqui: viaja em uma edição selada.</numerusform>
            <numerusform>%Ln só para membros ficam aqui: viajam em uma edição selada.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoicesCard</name>
    <message>
        <source>What goes in</source>
        <translation>O que entra</translation>
    </message>
    <message>
        <source>Records always go whole, so that whoever opens the edition can search everything.</source>
        <translation>Os registros vão sempre todos, para que quem abrir a edição possa buscar em tudo.</translation>
    </message>
    <message>
        <source>Files that are on this computer:</source>
        <translation>Arquivos que estão neste computador:</translation>
    </message>
    <message>
        <source>Of records changed</source>
        <translation>De registros alterados</translation>
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
        <translation>Máximo da edição inteira</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>A qualquer momento</translation>
    </message>
    <message numerus="yes">
        <source>In the last %n day(s)</source>
        <translation>
            <numerusform>No último %n dia</numerusform>
            <numerusform>Nos últimos %n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Qualquer tamanho</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>Até {size}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln registro</numerusform>
            <numerusform>%Ln registros</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos os tipos</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Todos os idiomas</translation>
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
        <translation>O ponto de partida</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>A minha</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>A outra</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What will be saved</source>
        <translation>O que será guardado</translation>
    </message>
    <message>
        <source>Published or accepted</source>
        <translation>Publicada ou aceita</translation>
    </message>
    <message>
        <source>You, this computer</source>
        <translation>Você, este computador</translation>
    </message>
    <message>
        <source>Proposed to your hub</source>
        <translation>Proposta ao seu hub</translation>
    </message>
    <message>
        <source>Published by the hub</source>
        <translation>Publicada pelo hub</translation>
    </message>
    <message>
        <source>Only you changed it</source>
        <translation>Só você alterou</translation>
    </message>
    <message>
        <source>Only they changed it</source>
        <translation>Só o outro lado alterou</translation>
    </message>
    <message>
        <source>Both changed it; joined</source>
        <translation>Os dois lados alteraram; unido</translation>
    </message>
    <message>
        <source>Both changed it alike</source>
        <translation>Os dois lados alteraram igual</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <translation>Espera a sua decisão</translation>
    </message>
    <message>
        <source>Decided by you</source>
        <translation>Decidido por você</translation>
    </message>
    <message>
        <source>Choose one, or both.</source>
        <translation>Escolha uma, ou as duas.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Escolha uma.</translation>
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
        <translation>Duas pessoas alteraram o mesmo registro</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir mais tarde</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sem título</translation>
    </message>
    <message>
        <source>{title}. Nothing is lost: what is saved is up to you.</source>
        <translation>{title}. Nada se perde: você decide o que é guardado.</translation>
    </message>
    <message>
        <source>Nothing waits for your decision here</source>
        <translation>Nada espera aqui a sua decisão</translation>
    </message>
    <message>
        <source>What two people changed in different places is joined by itself.</source>
        <translation>O que duas pessoas alteraram em lugares diferentes se une automaticamente.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>{field}: decided</source>
        <translation>{field}: decidido</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) saved</source>
        <translation>
            <numerusform>%Ln decisão guardada</numerusform>
            <numerusform>%Ln decisões guardadas</numerusform>
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
        <translation>só membros</translation>
    </message>
</context>
<context>
    <name>CollectionState</name>
    <message>
        <source>as of {time}</source>
        <translation>dados de {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln registro</numerusform>
            <numerusform>%Ln registros</numerusform>
        </translation>
    </message>
    <message>
        <source>First copy: {percent} here</source>
        <translation>Primeira cópia: {percent} aqui</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Ainda não há nada aqui</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versão {number}</translation>
    </message>
</context>
<context>
    <name>CollectionsCard</name>
    <message>
        <source>Followed on this computer</source>
        <translation>Seguido neste computador</translation>
    </message>
    <message>
        <source>Choose what to follow</source>
        <translation>Escolher o que seguir</translation>
    </message>
    <message>
        <source>No collection is followed. The catalogue holds only what is written here.</source>
        <translation>Nenhuma coleção é seguida. O catálogo só contém o que se escreve aqui.</translation>
    </message>
</context>
<context>
    <name>CollectionsPart</name>
    <message>
        <source>Its collections</source>
        <translation>Suas coleções</translation>
    </message>
    <message>
        <source>Tick what you follow</source>
        <translation>Marque o que você segue</translation>
    </message>
    <message>
        <source>Nothing of this hub is on this computer, and no server is known to have it.</source>
        <translation>Nada deste hub está neste computador, e não se conhece nenhum servidor que o tenha.</translation>
    </message>
    <message>
        <source>Follow: {readers}</source>
        <translation>Seguir: {readers}</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Não está neste computador</translation>
    </message>
    <message>
        <source>Signed with key {key}, checked on this computer</source>
        <translation>Assinado com a chave {key}, verificado neste computador</translation>
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
        <translation>Nome ou setor</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Instituição</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefone</translation>
    </message>
</context>
<context>
    <name>ContentsCard</name>
    <message>
        <source>What it will hold</source>
        <translation>O que ela vai conter</translation>
    </message>
    <message numerus="yes">
        <source>Catalogue, all %Ln record(s)</source>
        <translation>
            <numerusform>Catálogo, %Ln registro ao todo</numerusform>
            <numerusform>Catálogo, todos os %Ln registros</numerusform>
        </translation>
    </message>
    <message>
        <source>Always included: everything can be searched</source>
        <translation>Sempre incluído: é possível buscar em tudo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) chosen</source>
        <translation>
            <numerusform>%Ln arquivo escolhido</numerusform>
            <numerusform>%Ln arquivos escolhidos</numerusform>
        </translation>
    </message>
    <message>
        <source>{chosen} of {all}</source>
        <translation>{chosen} de {all}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay out</source>
        <translation>
            <numerusform>%Ln arquivo fica de fora</numerusform>
            <numerusform>%Ln arquivos ficam de fora</numerusform>
        </translation>
    </message>
    <message>
        <source>its record says that it may not be passed on</source>
        <translation>o registro diz que não pode ser repassado</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>não está neste computador</translation>
    </message>
    <message>
        <source>damaged on this computer</source>
        <translation>danificado neste computador</translation>
    </message>
    <message>
        <source>would not fit</source>
        <translation>não caberia</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>deixado de fora por você</translation>
    </message>
    <message>
        <source>its record was written earlier</source>
        <translation>o registro foi escrito antes</translation>
    </message>
    <message>
        <source>its record is of another kind</source>
        <translation>o registro é de outro tipo</translation>
    </message>
    <message>
        <source>its record is in another language</source>
        <translation>o registro está em outro idioma</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>não pedido</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Incluir</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>e mais %Ln</numerusform>
            <numerusform>e mais %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoordinatorsPart</name>
    <message>
        <source>Who coordinates</source>
        <translation>Quem coordena</translation>
    </message>
    <message>
        <source>No admission of a coordinator is on this computer.</source>
        <translation>Neste computador não há nenhuma admissão de coordenador.</translation>
    </message>
    <message>
        <source>Desk {key}</source>
        <translation>Posto {key}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>desde {date}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este computador</translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>Year, month or day</source>
        <translation>Ano, mês ou dia</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>There is nothing to propose: nothing was changed.</source>
        <translation>Não há nada a propor: nada foi alterado.</translation>
    </message>
    <message>
        <source>It was never published, so nothing of it remains. This cannot be undone.</source>
        <translation>Nunca foi publicado, por isso nada restará. Isto não pode ser desfeito.</translation>
    </message>
    <message>
        <source>What is published stays as it is. What you changed is lost; this cannot be undone.</source>
        <translation>O que está publicado fica como está. O que você alterou se perderá; isto não pode ser desfeito.</translation>
    </message>
    <message>
        <source>Delete this draft?</source>
        <translation>Apagar este rascunho?</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Apagar o rascunho</translation>
    </message>
    <message>
        <source>A withdrawal is proposed like any change. Once it is published, searches no longer show the record; its history stays.</source>
        <translation>Uma retirada é proposta como qualquer alteração. Depois de publicada, as buscas já não mostram o registro; o histórico permanece.</translation>
    </message>
    <message>
        <source>Withdraw this record?</source>
        <translation>Retirar este registro?</translation>
    </message>
    <message>
        <source>Write the withdrawal</source>
        <translation>Redigir a retirada</translation>
    </message>
    <message>
        <source>Why, in a sentence that everyone may read</source>
        <translation>Por quê, em uma frase que todos podem ler</translation>
    </message>
    <message>
        <source>The version of {time} is in the form now</source>
        <translation>O formulário contém agora a versão: {time}</translation>
    </message>
    <message>
        <source>It is a draft like any other until you propose it.</source>
        <translation>É um rascunho como qualquer outro até que você o proponha.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Also noted</source>
        <translation>Também anotado</translation>
    </message>
    <message>
        <source>A record that is not on this computer</source>
        <translation>Um registro que não está neste computador</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>The chosen record</source>
        <translation>O registro escolhido</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>Voltar aos resultados</translation>
    </message>
    <message>
        <source>The original ({language}) has changed since this was translated.</source>
        <translation>O original ({language}) mudou desde que isto foi traduzido.</translation>
    </message>
    <message>
        <source>Its content was deleted here and everywhere that this was heard of. Its place stays.</source>
        <translation>O conteúdo foi apagado aqui e em todo lugar aonde o aviso chegou. O lugar dele permanece.</translation>
    </message>
    <message>
        <source>This record was erased</source>
        <translation>Este registro foi eliminado</translation>
    </message>
    <message>
        <source>This record was withdrawn</source>
        <translation>Este registro foi retirado</translation>
    </message>
    <message>
        <source>The Secretariat withdrew this record</source>
        <translation>O Secretariado retirou este registro</translation>
    </message>
    <message>
        <source>A draft on this computer; nobody else sees it</source>
        <translation>Um rascunho neste computador; ninguém mais o vê</translation>
    </message>
    <message>
        <source>Waits to be sent; the hub has not signed it yet</source>
        <translation>Espera envio; o hub ainda não o assinou</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Não verificado</translation>
    </message>
    <message>
        <source>Shown in {language}: there is no text in your language yet.</source>
        <translation>Mostrado em {language}: ainda não há texto no seu idioma.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>{size} to come</source>
        <translation>{size} a chegar</translation>
    </message>
    <message>
        <source>Get the files, {size}</source>
        <translation>Obter os arquivos, {size}</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuar a escrever</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Suggest a change</source>
        <translation>Sugerir uma alteração</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Fetch before all others: {name}</source>
        <translation>Obter antes dos outros: {name}</translation>
    </message>
    <message>
        <source>Pause: {name}</source>
        <translation>Pausar: {name}</translation>
    </message>
    <message>
        <source>Go on with: {name}</source>
        <translation>Continuar com: {name}</translation>
    </message>
    <message>
        <source>Take off the list: {name}</source>
        <translation>Tirar da lista: {name}</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>A caminho</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Em espera</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Em pausa</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>pausado por você</translation>
    </message>
    <message>
        <source>every piece checked</source>
        <translation>cada parte verificada</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>restam {time}</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>{name} is on this computer</source>
        <translation>{name} está neste computador</translation>
    </message>
    <message>
        <source>Get the files	Space</source>
        <translation>Obter os arquivos	Espaço</translation>
    </message>
    <message>
        <source>Copy the record’s identifier</source>
        <translation>Copiar o identificador do registro</translation>
    </message>
    <message>
        <source>This address lies outside HubDesk</source>
        <translation>Este endereço fica fora do HubDesk</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Abrir no navegador</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>pausado por você</translation>
    </message>
    <message>
        <source>Save a copy of {name}</source>
        <translation>Guardar uma cópia de {name}</translation>
    </message>
    <message>
        <source>A copy was saved and checked</source>
        <translation>Uma cópia foi guardada e verificada</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar a pasta</translation>
    </message>
</context>
<context>
    <name>DownloadsCard</name>
    <message>
        <source>Files to come</source>
        <translation>Arquivos a chegar</translation>
    </message>
    <message>
        <source>Nothing is on its way. Files that you ask for appear here until they are whole.</source>
        <translation>Nada está a caminho. Os arquivos que você pede aparecem aqui até estarem inteiros.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar mais %Ln</numerusform>
            <numerusform>Mostrar mais %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} to come</source>
        <translation>{size} a chegar</translation>
    </message>
    <message>
        <source>about {time} at this speed</source>
        <translation>cerca de {time} a esta velocidade</translation>
    </message>
</context>
<context>
    <name>DraftEntry</name>
    <message>
        <source>Without a title</source>
        <translation>Sem título</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>guardado {time}</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>A sua decisão</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Retirada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln ponto a resolver</numerusform>
            <numerusform>%Ln pontos a resolver</numerusform>
        </translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Novo registro</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Alteração</translation>
    </message>
    <message>
        <source>Ready to propose</source>
        <translation>Pronto para propor</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Apagar</translation>
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
        <translation>Propor</translation>
    </message>
</context>
<context>
    <name>EditionPage</name>
    <message>
        <source>Make an edition</source>
        <translation>Fazer uma edição</translation>
    </message>
    <message>
        <source>Records and files on a stick, a disk or in a mail, for those whom no line reaches.</source>
        <translation>Registros e arquivos em um pendrive, em um disco ou por e-mail, para quem nenhuma conexão alcança.</translation>
    </message>
    <message>
        <source>Open an edition</source>
        <translation>Abrir uma edição</translation>
    </message>
    <message>
        <source>Carried for others</source>
        <translation>Levado para outros</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar a pasta</translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation>Escolher onde</translation>
    </message>
    <message>
        <source>Write and check</source>
        <translation>Escrever e verificar</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>Where the edition is written</source>
        <translation>Onde a edição é escrita</translation>
    </message>
    <message>
        <source>Not chosen yet where it is written</source>
        <translation>Ainda não foi escolhido onde ela é escrita</translation>
    </message>
    <message>
        <source>A stick, a folder on a disk, or one file for a mail</source>
        <translation>Um pendrive, uma pasta em um disco ou um só arquivo para um e-mail</translation>
    </message>
    <message>
        <source>{size} free. What else lies there is left alone.</source>
        <translation>{size} livres. O resto que há ali não é tocado.</translation>
    </message>
    <message>
        <source>Writing the edition</source>
        <translation>Escrevendo a edição</translation>
    </message>
    <message>
        <source>The edition is written and was checked</source>
        <translation>A edição está escrita e foi verificada</translation>
    </message>
    <message>
        <source>{files}, {size} in all. It can be opened with a double-click or by HubDesk.</source>
        <translation>{files}, {size} ao todo. Abre-se com um duplo clique ou com o HubDesk.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln arquivo</numerusform>
            <numerusform>%Ln arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing was stopped</source>
        <translation>A escrita foi parada</translation>
    </message>
    <message>
        <source>An earlier edition in that place is as it was. Nothing else was changed.</source>
        <translation>Uma edição anterior nesse lugar está como estava. Nada mais foi alterado.</translation>
    </message>
    <message>
        <source>Editions and their parts (bagit.txt *.zip *.age *.part)</source>
        <translation>Edições e suas partes (bagit.txt *.zip *.age *.part)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>For which hub</source>
        <translation>Para qual hub</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation>Nenhum registro está aberto</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>New record: {kind}</source>
        <translation>Novo registro: {kind}</translation>
    </message>
    <message>
        <source>{kind} without a title</source>
        <translation>{kind} sem título</translation>
    </message>
    <message>
        <source>members only</source>
        <translation>só membros</translation>
    </message>
    <message>
        <source>Nothing is changed yet. What you change becomes a draft; what is published stays.</source>
        <translation>Nada foi alterado ainda. O que você alterar será um rascunho; o que está publicado permanece.</translation>
    </message>
    <message>
        <source>This came back with a comment</source>
        <translation>Isto voltou com um comentário</translation>
    </message>
    <message>
        <source>This draft withdraws the record</source>
        <translation>Este rascunho retira o registro</translation>
    </message>
    <message>
        <source>This record was withdrawn</source>
        <translation>Este registro foi retirado</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motivo: {reason}</translation>
    </message>
    <message>
        <source>A change to this record waits in the outbox</source>
        <translation>Uma alteração deste registro espera na caixa de saída</translation>
    </message>
    <message>
        <source>What you change now replaces it when you propose again.</source>
        <translation>O que você alterar agora a substituirá quando propuser de novo.</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Voltar ao formulário</translation>
    </message>
    <message>
        <source>Proposed. It waits in the outbox until the next sync.</source>
        <translation>Proposto. Espera na caixa de saída até a próxima sincronização.</translation>
    </message>
    <message>
        <source>Accepted: the next publication of {hub} erases it for everybody.</source>
        <translation>Aceito: a próxima publicação de {hub} o elimina para todos.</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message numerus="yes">
        <source>%Ln field(s) changed here and at the hub. Nothing is lost; choose what to keep.</source>
        <translation>
            <numerusform>%Ln campo alterado aqui e no hub. Nada se perde; escolha o que manter.</numerusform>
            <numerusform>%Ln campos alterados aqui e no hub. Nada se perde; escolha o que manter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase “{title}”?</source>
        <translation>Eliminar “{title}”?</translation>
    </message>
    <message>
        <source>With your next publication every desk and the server delete it with its whole history, its files and every copy of them, as soon as they hear of it. This cannot be undone.</source>
        <translation>Com a sua próxima publicação, cada posto e o servidor o apagam com todo o histórico, os arquivos e todas as cópias deles, assim que souberem. Isto não pode ser desfeito.</translation>
    </message>
    <message>
        <source>Never reached: desks without contact, sticks, mails, paper, files saved elsewhere and copies that the server’s administrators keep. Only the kind, the reason and the date remain.</source>
        <translation>O que nunca se alcança: postos sem contato, pendrives, e-mails, papel, arquivos guardados em outro lugar e cópias mantidas por quem administra o servidor. Só ficam o tipo, o motivo e a data.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Escolher um motivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Erase it for everybody</source>
        <translation>Eliminar para todos</translation>
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
        <translation>Guardar agora</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar o texto</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Sair sem guardar</translation>
    </message>
    <message>
        <source>What you typed last is still being saved</source>
        <translation>O que você escreveu por último ainda está sendo guardado</translation>
    </message>
    <message>
        <source>HubDesk waited some seconds. Stay until the draft is saved, or try again.</source>
        <translation>O HubDesk esperou alguns segundos. Fique até que o rascunho seja guardado, ou tente de novo.</translation>
    </message>
    <message>
        <source>What you typed is in this window only. HubDesk tries again every few seconds. {why} {then}</source>
        <translation>O que você escreveu só está nesta janela. O HubDesk tenta de novo a cada poucos segundos. {why} {then}</translation>
    </message>
    <message>
        <source>The draft could not be saved</source>
        <translation>O rascunho não pôde ser guardado</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>seen by members only</source>
        <translation>só os membros veem</translation>
    </message>
    <message>
        <source>needed to publish</source>
        <translation>necessário para publicar</translation>
    </message>
    <message>
        <source>better with it</source>
        <translation>convém informar</translation>
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
        <translation>Tirar {name}</translation>
    </message>
    <message>
        <source>Licence as for the record</source>
        <translation>Licença: a do registro</translation>
    </message>
    <message>
        <source>Passing on as for the record</source>
        <translation>Repasse: como o registro</translation>
    </message>
    <message>
        <source>May be passed on: {answer}</source>
        <translation>Pode ser repassado: {answer}</translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>Save a copy of {name}</source>
        <translation>Guardar uma cópia de {name}</translation>
    </message>
    <message>
        <source>Pause {name}</source>
        <translation>Pausar {name}</translation>
    </message>
    <message>
        <source>Get {name}</source>
        <translation>Obter {name}</translation>
    </message>
    <message>
        <source>{size} · on this computer</source>
        <translation>{size} · neste computador</translation>
    </message>
    <message>
        <source>{size} · not here yet</source>
        <translation>{size} · ainda não está aqui</translation>
    </message>
    <message>
        <source>{text} · not to be passed on</source>
        <translation>{text} · não repassar</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Attach files</source>
        <translation>Anexar arquivos</translation>
    </message>
    <message>
        <source>or drop them here</source>
        <translation>ou solte-os aqui</translation>
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
        <translation>Arquivos que chegam automaticamente</translation>
    </message>
    <message>
        <source>None, and the list of files to come rests</source>
        <translation>Nenhum, e a lista de arquivos a chegar fica parada</translation>
    </message>
    <message>
        <source>Those that I ask for</source>
        <translation>Os que eu peço</translation>
    </message>
    <message>
        <source>Also all of these:</source>
        <translation>Também todos estes:</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
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
        <translation>Até {size}</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Qualquer tamanho</translation>
    </message>
    <message>
        <source>All hubs</source>
        <translation>Todos os hubs</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos os tipos</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Todos os idiomas</translation>
    </message>
    <message numerus="yes">
        <source>Several (%Ln)</source>
        <translation>
            <numerusform>Vários (%Ln)</numerusform>
            <numerusform>Vários (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), {size}.</source>
        <translation>
            <numerusform>%Ln arquivo, {size}.</numerusform>
            <numerusform>%Ln arquivos, {size}.</numerusform>
        </translation>
    </message>
    <message>
        <source>No file is meant by this yet.</source>
        <translation>Isto ainda não abrange nenhum arquivo.</translation>
    </message>
    <message>
        <source>All of them are on this computer.</source>
        <translation>Todos estão neste computador.</translation>
    </message>
    <message>
        <source>{size} still to come, about {time} at the speed measured here.</source>
        <translation>{size} a chegar, cerca de {time} à velocidade medida aqui.</translation>
    </message>
    <message>
        <source>{size} still to come.</source>
        <translation>{size} a chegar.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>What is left to do</source>
        <translation>O que falta fazer</translation>
    </message>
    <message>
        <source>Mine, theirs and before all stay in the record&apos;s history.</source>
        <translation>A minha, a outra e a de antes ficam no histórico do registro.</translation>
    </message>
    <message>
        <source>Save result</source>
        <translation>Guardar o resultado</translation>
    </message>
    <message>
        <source>The result is a draft of yours. Propose it when it is ready.</source>
        <translation>O resultado é um rascunho seu. Proponha-o quando estiver pronto.</translation>
    </message>
    <message>
        <source>The result goes to the outbox and is sent at the next sync.</source>
        <translation>O resultado vai para a caixa de saída e segue na próxima sincronização.</translation>
    </message>
    <message>
        <source>The result is accepted, and goes out when you publish.</source>
        <translation>O resultado fica aceito e sai quando você publica.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) settled</source>
        <translation>
            <numerusform>%Ln campo resolvido</numerusform>
            <numerusform>%Ln campos resolvidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{settled}, %Ln left</source>
        <translation>
            <numerusform>{settled}, falta %Ln</numerusform>
            <numerusform>{settled}, faltam %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Save what is decided</source>
        <translation>Guardar o que foi decidido</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Apagar o rascunho</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Manter como rascunho</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Propor</translation>
    </message>
    <message>
        <source>Propose to {hub}</source>
        <translation>Propor: {hub}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle before you can propose: {names}</source>
        <translation>
            <numerusform>%Ln ponto a resolver antes de propor: {names}</numerusform>
            <numerusform>%Ln pontos a resolver antes de propor: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to propose. %Ln field(s) would make it more useful.</source>
        <translation>
            <numerusform>Pronto para propor. Mais %Ln campo o tornaria mais útil.</numerusform>
            <numerusform>Pronto para propor. Mais %Ln campos o tornariam mais útil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to propose.</source>
        <translation>Pronto para propor.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>The same in every language</source>
        <translation>Igual em todos os idiomas</translation>
    </message>
    <message>
        <source>Kept unchanged</source>
        <translation>Mantido sem alterações</translation>
    </message>
    <message>
        <source>This form does not edit these fields. They stay in the record as they are.</source>
        <translation>Este formulário não edita estes campos. Eles ficam no registro como estão.</translation>
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
            <numerusform>%n dia</numerusform>
            <numerusform>%n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>{days} {h} h</source>
        <translation>{days} {h} h</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>hoje, {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>ontem, {time}</translation>
    </message>
    <message>
        <source>European Union</source>
        <translation>União Europeia</translation>
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
        <translation>Partes do formulário</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tudo</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>All of it lies on this computer.</source>
        <translation>Tudo está neste computador.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Em resumo</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Encontrar</translation>
    </message>
    <message>
        <source>Type a few letters in the search field: what lies on this computer is searched as you type, in every language, with or without a network. Choices at the side narrow it down.</source>
        <translation>Digite algumas letras no campo de busca: o que está neste computador é procurado enquanto você digita, em todos os idiomas, com ou sem rede. As opções ao lado restringem o resultado.</translation>
    </message>
    <message>
        <source>Fetch a file</source>
        <translation>Obter um arquivo</translation>
    </message>
    <message>
        <source>Records come with each sync, their files only when you ask. A download that was cut goes on from the last byte, and every piece is checked.</source>
        <translation>Os registros chegam a cada sincronização; os arquivos, só quando você pede. Um download cortado continua do último byte, e cada parte é verificada.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escrever</translation>
    </message>
    <message>
        <source>A new record or a change is a draft, kept on this computer as you type. Propose it when it is ready; until then nobody else sees it.</source>
        <translation>Um registro novo ou uma alteração é um rascunho, guardado neste computador enquanto você digita. Proponha-o quando estiver pronto; até lá, ninguém mais o vê.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronizar</translation>
    </message>
    <message>
        <source>A sync sends what you proposed and brings what changed, in one short exchange. When the link goes down, what arrived is safe and the rest follows.</source>
        <translation>Uma sincronização envia o que você propôs e traz o que mudou, em uma troca breve. Se a conexão cair, o que chegou está seguro e o resto vem depois.</translation>
    </message>
    <message>
        <source>What becomes of a proposal</source>
        <translation>O que acontece com uma proposta</translation>
    </message>
    <message>
        <source>A coordinator of the hub accepts it, or returns it with a comment; then it is a draft again. Nothing you wrote is ever lost: earlier versions stay readable in the history.</source>
        <translation>Um coordenador do hub a aceita ou a devolve com um comentário; então ela volta a ser um rascunho. Nada do que você escreveu se perde: as versões anteriores ficam no histórico.</translation>
    </message>
    <message>
        <source>Whom to trust</source>
        <translation>Em quem confiar</translation>
    </message>
    <message>
        <source>A shield means that this computer checked the hub’s signature. Where it says “Not checked”, ask before you rely on it.</source>
        <translation>Um escudo significa que este computador verificou a assinatura do hub. Onde diz “Não verificado”, pergunte antes de confiar.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palavras</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>One entry of the catalogue: a tool, a document, a case.</source>
        <translation>Uma entrada do catálogo: ferramenta, documento, caso.</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>A parliament’s desk that gathers and publishes records.</source>
        <translation>O setor de um parlamento que reúne e publica registros.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Coleção</translation>
    </message>
    <message>
        <source>A hub’s records for everybody, or for members only.</source>
        <translation>Os registros de um hub, para todos ou só para os membros.</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>À espera de envio</translation>
    </message>
    <message>
        <source>Your proposals until their hub has settled them.</source>
        <translation>As suas propostas, até que o hub as resolva.</translation>
    </message>
    <message>
        <source>Keys everywhere</source>
        <translation>Teclas em toda parte</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Parte seguinte da janela</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Parte anterior</translation>
    </message>
    <message>
        <source>First place of the rail; Alt+2 the second, and so on</source>
        <translation>Primeiro lugar da barra; Alt+2 o segundo, e assim por diante</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Novo registro</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar agora</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Esta ajuda</translation>
    </message>
    <message>
        <source>Keys in lists</source>
        <translation>Teclas nas listas</translation>
    </message>
    <message>
        <source>From the search into the results</source>
        <translation>Da busca aos resultados</translation>
    </message>
    <message>
        <source>To the record’s details</source>
        <translation>Ao detalhe do registro</translation>
    </message>
    <message>
        <source>Fetch its files, or stop</source>
        <translation>Obter os arquivos, ou parar</translation>
    </message>
    <message>
        <source>What can be done with a row</source>
        <translation>O que se pode fazer com uma linha</translation>
    </message>
    <message>
        <source>Clear, then back</source>
        <translation>Limpar, depois voltar</translation>
    </message>
    <message>
        <source>Keys when writing</source>
        <translation>Teclas ao escrever</translation>
    </message>
    <message>
        <source>Keep the draft (it is kept anyway)</source>
        <translation>Guardar o rascunho (ele é guardado de qualquer forma)</translation>
    </message>
    <message>
        <source>Propose, or confirm</source>
        <translation>Propor, ou confirmar</translation>
    </message>
    <message>
        <source>Next language</source>
        <translation>Idioma seguinte</translation>
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
        <translation>Histórico</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar mais %Ln</numerusform>
            <numerusform>Mostrar mais %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Get the earlier versions</source>
        <translation>Obter as versões anteriores</translation>
    </message>
    <message>
        <source>An earlier version</source>
        <translation>Uma versão anterior</translation>
    </message>
    <message>
        <source>Compare the version of {time}</source>
        <translation>Comparar a versão: {time}</translation>
    </message>
    <message>
        <source>Bring back the version of {time}</source>
        <translation>Recuperar a versão: {time}</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Não está neste computador</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Published now</source>
        <translation>Publicada agora</translation>
    </message>
    <message>
        <source>Written on this computer</source>
        <translation>Escrita neste computador</translation>
    </message>
    <message>
        <source>Written elsewhere</source>
        <translation>Escrita em outro lugar</translation>
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
        <translation>Nada dele neste computador</translation>
    </message>
    <message numerus="yes">
        <source>%Ln collection(s)</source>
        <translation>
            <numerusform>%Ln coleção</numerusform>
            <numerusform>%Ln coleções</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln registro</numerusform>
            <numerusform>%Ln registros</numerusform>
        </translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>não seguido</translation>
    </message>
    <message>
        <source>You: {role}</source>
        <translation>Você: {role}</translation>
    </message>
</context>
<context>
    <name>HubSheet</name>
    <message>
        <source>About this hub</source>
        <translation>Sobre este hub</translation>
    </message>
    <message>
        <source>Open its record</source>
        <translation>Abrir o seu registro</translation>
    </message>
    <message>
        <source>Open to: {whom}</source>
        <translation>Aberto a: {whom}</translation>
    </message>
    <message>
        <source>All hubs</source>
        <translation>Todos os hubs</translation>
    </message>
    <message>
        <source>Signatures checked on this computer</source>
        <translation>Assinaturas verificadas neste computador</translation>
    </message>
    <message>
        <source>You: {role}</source>
        <translation>Você: {role}</translation>
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
        <translation>Anfitrião: não se conhece aqui</translation>
    </message>
    <message>
        <source>Host: {name}</source>
        <translation>Anfitrião: {name}</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>dados de {time}</translation>
    </message>
    <message>
        <source>Signed with key {key}</source>
        <translation>Assinado com a chave {key}</translation>
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
        <translation>Cada hub é conduzido por um parlamento. Escolha o que este computador segue.</translation>
    </message>
    <message>
        <source>Join another hub</source>
        <translation>Entrar em outro hub</translation>
    </message>
    <message>
        <source>No hub is known on this computer yet</source>
        <translation>Ainda não se conhece nenhum hub neste computador</translation>
    </message>
    <message>
        <source>A hub’s coordinator sends you an invite: one line of text. It is all you need.</source>
        <translation>A coordenação de um hub envia um convite: uma linha de texto. Não é preciso mais nada.</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>Entrar em um hub</translation>
    </message>
    <message>
        <source>Also named in the Centre’s records</source>
        <translation>Também citados nos registros do Centro</translation>
    </message>
    <message>
        <source>{collection} is followed from now on</source>
        <translation>{collection}: seguida a partir de agora</translation>
    </message>
    <message>
        <source>Its records come with the next sync.</source>
        <translation>Os registros chegam na próxima sincronização.</translation>
    </message>
    <message>
        <source>{collection} is followed no longer</source>
        <translation>{collection}: já não é seguida</translation>
    </message>
    <message>
        <source>What is on this computer stays and grows old. Follow it again at any time.</source>
        <translation>O que está neste computador fica e envelhece. Você pode voltar a segui-la quando quiser.</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Proposals</source>
        <translation>Propostas</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Aceitar tudo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln aberta</numerusform>
            <numerusform>%Ln abertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all without problems (%Ln)</source>
        <translation>
            <numerusform>Aceitar o que não tem problemas (%Ln)</numerusform>
            <numerusform>Aceitar o que não tem problemas (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>Nada espera a sua decisão</translation>
    </message>
    <message>
        <source>New proposals come with each sync.</source>
        <translation>As propostas novas chegam a cada sincronização.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) accepted</source>
        <translation>
            <numerusform>%Ln proposta aceita</numerusform>
            <numerusform>%Ln propostas aceitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) could not be accepted</source>
        <translation>
            <numerusform>%Ln proposta não pôde ser aceita</numerusform>
            <numerusform>%Ln propostas não puderam ser aceitas</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay open. What stands in the way is said in each.</source>
        <translation>Continuam abertas. Em cada uma se diz o que impede.</translation>
    </message>
    <message>
        <source>Returned. Your comment is sent when you publish.</source>
        <translation>Devolvida. O seu comentário é enviado quando você publica.</translation>
    </message>
    <message>
        <source>Publishing {hub}</source>
        <translation>Publicação: {hub}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) published</source>
        <translation>
            <numerusform>%Ln alteração publicada</numerusform>
            <numerusform>%Ln alterações publicadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{collection} is version {version} now, with %Ln record(s).</source>
        <translation>
            <numerusform>{collection} está agora na versão {version}, com %Ln registro.</numerusform>
            <numerusform>{collection} está agora na versão {version}, com %Ln registros.</numerusform>
        </translation>
    </message>
    <message>
        <source>{up} sent, {down} received.</source>
        <translation>{up} enviados, {down} recebidos.</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %Ln record(s)?</source>
        <translation>
            <numerusform>Retirar %Ln registro?</numerusform>
            <numerusform>Retirar %Ln registros?</numerusform>
        </translation>
    </message>
    <message>
        <source>That is much of this collection. Every desk holds it back until a person there has looked. Nothing has been signed yet.</source>
        <translation>É grande parte desta coleção. Cada posto retém isto até que alguém ali veja. Nada foi assinado ainda.</translation>
    </message>
    <message>
        <source>Sign and publish</source>
        <translation>Assinar e publicar</translation>
    </message>
    <message>
        <source>Type the number of records that you mean to withdraw</source>
        <translation>Digite o número de registros que quer retirar</translation>
    </message>
</context>
<context>
    <name>InvitePreview</name>
    <message>
        <source>This is not an invite</source>
        <translation>Isto não é um convite</translation>
    </message>
    <message>
        <source>A part of this invite is missing or was changed</source>
        <translation>Falta uma parte deste convite, ou ele foi alterado</translation>
    </message>
    <message>
        <source>This HubDesk cannot read this invite</source>
        <translation>Este HubDesk não sabe ler este convite</translation>
    </message>
    <message>
        <source>An invite begins with hubdesk-1- and is one long line. Nothing was sent.</source>
        <translation>Um convite começa com hubdesk-1- e é uma única linha longa. Nada foi enviado.</translation>
    </message>
    <message>
        <source>Copy the whole line again as it was sent to you. Line breaks do no harm. Nothing was sent.</source>
        <translation>Copie de novo a linha inteira, como foi enviada a você. As quebras de linha não atrapalham. Nada foi enviado.</translation>
    </message>
    <message>
        <source>This invite ended {time}</source>
        <translation>Este convite venceu: {time}</translation>
    </message>
    <message>
        <source>Ask the hub’s coordinator for a new one. Nothing was sent.</source>
        <translation>Peça um novo à coordenação do hub. Nada foi enviado.</translation>
    </message>
    <message>
        <source>{role}: {meaning}</source>
        <translation>{role}: {meaning}</translation>
    </message>
    <message>
        <source>You come as</source>
        <translation>Você entra como</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido até</translation>
    </message>
    <message>
        <source>you find and read</source>
        <translation>você encontra e lê</translation>
    </message>
    <message>
        <source>you also write and propose</source>
        <translation>além disso, escreve e propõe</translation>
    </message>
    <message>
        <source>you also accept and publish</source>
        <translation>além disso, aceita e publica</translation>
    </message>
    <message>
        <source>you care for all hubs</source>
        <translation>você cuida de todos os hubs</translation>
    </message>
    <message>
        <source>you read what the Committee needs</source>
        <translation>você lê o que o Comitê precisa</translation>
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
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Your parliament</source>
        <translation>O seu parlamento</translation>
    </message>
    <message>
        <source>For example National Assembly of Zambia</source>
        <translation>Por exemplo, Assembleia Nacional da Zâmbia</translation>
    </message>
    <message>
        <source>Your invite</source>
        <translation>O seu convite</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Colar</translation>
    </message>
    <message>
        <source>Paste the invite</source>
        <translation>Colar o convite</translation>
    </message>
    <message>
        <source>One long line that a hub’s coordinator sent to you. It lets this one computer in, once.</source>
        <translation>Uma linha longa que a coordenação de um hub enviou a você. Ela deixa entrar só este computador, uma vez.</translation>
    </message>
    <message>
        <source>I start without any hub</source>
        <translation>Começo sem nenhum hub</translation>
    </message>
    <message>
        <source>You can write and import now, and join a hub later from the hubs page.</source>
        <translation>Você pode escrever e importar já, e entrar em um hub mais tarde pela página de hubs.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation>Sem rede</translation>
    </message>
    <message>
        <source>Writes the request into a file that somebody else carries.</source>
        <translation>Escreve o pedido em um arquivo que outra pessoa leva.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Join another hub</source>
        <translation>Entrar em outro hub</translation>
    </message>
    <message>
        <source>A second invite lets this computer into another hub of the same Centre.</source>
        <translation>Um segundo convite deixa este computador entrar em outro hub do mesmo Centro.</translation>
    </message>
    <message>
        <source>Three questions, then you can start</source>
        <translation>Três perguntas antes de começar</translation>
    </message>
    <message>
        <source>You can change every answer later in the settings.</source>
        <translation>Você pode mudar cada resposta mais tarde nos ajustes.</translation>
    </message>
    <message>
        <source>Paste your invite first.</source>
        <translation>Cole primeiro o seu convite.</translation>
    </message>
    <message>
        <source>Asking the server to let this computer in. It may take a minute on a slow link.</source>
        <translation>O servidor está sendo consultado para deixar entrar este computador. Em uma conexão lenta pode levar um minuto.</translation>
    </message>
    <message>
        <source>Joined: {hub}</source>
        <translation>Agora você faz parte de: {hub}</translation>
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
        <translation>Adicionar um idioma</translation>
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
        <translation>Escolher uma licença</translation>
    </message>
    <message>
        <source>Another one, by its SPDX name</source>
        <translation>Outra, pelo nome SPDX</translation>
    </message>
    <message>
        <source>SPDX name</source>
        <translation>Nome SPDX</translation>
    </message>
</context>
<context>
    <name>LimitsCard</name>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Files by themselves only at certain hours</source>
        <translation>Arquivos só em certas horas</translation>
    </message>
    <message>
        <source>Use links paid by volume like any other</source>
        <translation>Usar conexões pagas por volume</translation>
    </message>
    <message>
        <source>Speed at most</source>
        <translation>Velocidade máxima</translation>
    </message>
    <message>
        <source>In a month at most</source>
        <translation>Máximo por mês</translation>
    </message>
    <message>
        <source>What you ask for yourself comes at any hour. Sticks do not count.</source>
        <translation>O que você pede chega a qualquer hora. Os pendrives não contam.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sem limite</translation>
    </message>
    <message>
        <source>Used this month</source>
        <translation>Usado este mês</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} às {last}</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>O que é</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>Adicionar um link</translation>
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
        <translation>Abrindo o catálogo</translation>
    </message>
    <message>
        <source>The catalogue is not open</source>
        <translation>O catálogo não está aberto</translation>
    </message>
    <message>
        <source>Bring the newest copy back</source>
        <translation>Recuperar a cópia mais recente</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Ocultar esta mensagem</translation>
    </message>
</context>
<context>
    <name>MarkedText</name>
    <message>
        <source>added: {text}</source>
        <translation>adicionado: {text}</translation>
    </message>
    <message>
        <source>removed: {text}</source>
        <translation>retirado: {text}</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>The Centre</source>
        <translation>O Centro</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Practice domain</source>
        <translation>Área de prática</translation>
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
        <translation>Licença</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Em que ponto está</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Neste computador</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Não se conhece</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Rascunhos</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>À espera de envio</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicados</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n alteração em espera</numerusform>
            <numerusform>%n alterações em espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Nada espera envio</translation>
    </message>
    <message>
        <source>Trial Centre</source>
        <translation>Centro de teste</translation>
    </message>
    <message>
        <source>{size} this month</source>
        <translation>{size} este mês</translation>
    </message>
    <message>
        <source>{month}, limit {size}</source>
        <translation>{month}, limite {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n rascunho</numerusform>
            <numerusform>%n rascunhos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) to review</source>
        <translation>
            <numerusform>%n proposta a examinar</numerusform>
            <numerusform>%n propostas a examinar</numerusform>
        </translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Ainda não sincronizado</translation>
    </message>
    <message>
        <source>Synced {time}</source>
        <translation>Sincronizado {time}</translation>
    </message>
    <message>
        <source>Refused by the hub {time}</source>
        <translation>Recusado pelo hub {time}</translation>
    </message>
    <message>
        <source>The hub did not answer {time}</source>
        <translation>O hub não respondeu {time}</translation>
    </message>
    <message>
        <source>Edition taken in {time}</source>
        <translation>Edição incorporada {time}</translation>
    </message>
    <message>
        <source>Last sync {time}</source>
        <translation>Última sincronização {time}</translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message>
        <source>What it brings</source>
        <translation>O que ela traz</translation>
    </message>
    <message>
        <source>New records</source>
        <translation>Registros novos</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sem título</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>e mais %Ln</numerusform>
            <numerusform>e mais %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new record(s)</source>
        <translation>
            <numerusform>%Ln registro novo</numerusform>
            <numerusform>%Ln registros novos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln alterado</numerusform>
            <numerusform>%Ln alterados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln withdrawn</source>
        <translation>
            <numerusform>%Ln retirado</numerusform>
            <numerusform>%Ln retirados</numerusform>
        </translation>
    </message>
    <message>
        <source>{news}. You will be asked before so many are withdrawn.</source>
        <translation>{news}. O HubDesk vai perguntar antes de retirar tantos.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln registro</numerusform>
            <numerusform>%Ln registros</numerusform>
        </translation>
    </message>
    <message>
        <source>Newer than here</source>
        <translation>Mais nova do que a daqui</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>Já está aqui</translation>
    </message>
    <message>
        <source>Older than here: will not be taken</source>
        <translation>Mais antiga do que a daqui: não será aceita</translation>
    </message>
    <message>
        <source>Refused: not as its hub signed it</source>
        <translation>Recusada: não está como o hub a assinou</translation>
    </message>
    <message>
        <source>Signature out of date</source>
        <translation>Assinatura vencida</translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) and answer(s) on their way</source>
        <translation>
            <numerusform>%Ln proposta ou resposta a caminho</numerusform>
            <numerusform>%Ln propostas e respostas a caminho</numerusform>
        </translation>
    </message>
    <message>
        <source>Those for this computer are taken in; the others are passed on at the next sync.</source>
        <translation>As que são para este computador são recebidas; as outras seguem na próxima sincronização.</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>What happens next</source>
        <translation>O que vem depois</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rascunho</translation>
    </message>
    <message>
        <source>Only on this computer. Saved as you type.</source>
        <translation>Só neste computador. Guardado enquanto você digita.</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposto</translation>
    </message>
    <message>
        <source>Waits in the outbox, then with the hub’s coordinators.</source>
        <translation>Espera na caixa de saída e depois com a coordenação do hub.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicado</translation>
    </message>
    <message>
        <source>Signed by the hub, visible to everyone at their next sync.</source>
        <translation>Assinado pelo hub, visível para todos na próxima sincronização deles.</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No records on this computer yet</source>
        <translation>Ainda não há registros neste computador</translation>
    </message>
    <message>
        <source>They come with the first sync, or from a stick. Everything then works without a network.</source>
        <translation>Eles chegam com a primeira sincronização ou em um pendrive. Depois tudo funciona sem rede.</translation>
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
        <translation>Tirar os filtros ({matches})</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Limpar a busca</translation>
    </message>
    <message>
        <source>Ask the hubs for help</source>
        <translation>Pedir ajuda aos hubs</translation>
    </message>
    <message>
        <source>No record on this computer has all of these filters</source>
        <translation>Nenhum registro deste computador atende a todos estes filtros</translation>
    </message>
    <message>
        <source>No record on this computer matches “{words}”</source>
        <translation>Nenhum registro deste computador corresponde a “{words}”</translation>
    </message>
    <message>
        <source>Newer records may exist at your hubs; HubDesk will look again at the next sync.</source>
        <translation>Talvez os seus hubs tenham registros mais novos; o HubDesk buscará de novo na próxima sincronização.</translation>
    </message>
    <message>
        <source>The list of records was last brought up to date {time}.</source>
        <translation>A lista de registros foi atualizada {time}.</translation>
    </message>
</context>
<context>
    <name>Offline</name>
    <message>
        <source>Go on to the catalogue</source>
        <translation>Continuar para o catálogo</translation>
    </message>
    <message>
        <source>Where the request is written</source>
        <translation>Onde o pedido é escrito</translation>
    </message>
    <message>
        <source>The request is written</source>
        <translation>O pedido está escrito</translation>
    </message>
    <message>
        <source>Give {file} to anybody who has HubDesk and a network, on a stick or by mail. It holds no secret. The answer comes back in an edition or a small file; until then you can read editions and write drafts.</source>
        <translation>Entregue {file} a qualquer pessoa que tenha o HubDesk e uma rede, em um pendrive ou por e-mail. Ele não contém nenhum segredo. A resposta volta em uma edição ou em um arquivo pequeno; até lá, você pode ler edições e escrever rascunhos.</translation>
    </message>
</context>
<context>
    <name>OneOf</name>
    <message>
        <source>Nothing chosen</source>
        <translation>Nada escolhido</translation>
    </message>
</context>
<context>
    <name>OpenedPage</name>
    <message>
        <source>An edition</source>
        <translation>Uma edição</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>See the catalogue</source>
        <translation>Ver o catálogo</translation>
    </message>
    <message>
        <source>Whom do you trust?</source>
        <translation>Em quem você confia?</translation>
    </message>
    <message>
        <source>This computer belongs to no hub yet. Put in the invite that you were given, or the line of 64 letters and figures that the hub told you by another way than this edition. The invite is not used up.</source>
        <translation>Este computador ainda não faz parte de nenhum hub. Coloque o convite que você recebeu, ou a linha de 64 letras e algarismos que o hub informou por outro meio que não esta edição. O convite não se gasta.</translation>
    </message>
    <message>
        <source>Invite, or the hub&apos;s line</source>
        <translation>Convite, ou a linha do hub</translation>
    </message>
    <message>
        <source>Check every file</source>
        <translation>Verificar cada arquivo</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Incorporar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are not here, {size}</source>
        <translation>
            <numerusform>%Ln arquivo que não está aqui, {size}</numerusform>
            <numerusform>%Ln arquivos que não estão aqui, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything in it is here already.</source>
        <translation>Tudo o que ela contém já está aqui.</translation>
    </message>
    <message>
        <source>It brings no files that are not here.</source>
        <translation>Ela não traz arquivos que não estejam aqui.</translation>
    </message>
    <message>
        <source>Taking the edition in</source>
        <translation>Incorporando a edição</translation>
    </message>
    <message>
        <source>Checking every file</source>
        <translation>Verificando cada arquivo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) are not as signed</source>
        <translation>
            <numerusform>%Ln parte não está como foi assinada</numerusform>
            <numerusform>%Ln partes não estão como foram assinadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Every file is as it was written, and every signature is right</source>
        <translation>Cada arquivo está como foi escrito, e cada assinatura está certa</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask whoever made it for a new one.</source>
        <translation>Nada foi alterado. Peça uma nova a quem a fez.</translation>
    </message>
    <message>
        <source>The edition is taken in</source>
        <translation>A edição foi incorporada</translation>
    </message>
    <message>
        <source>Nothing in it was newer</source>
        <translation>Não havia nela nada mais novo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) came.</source>
        <translation>
            <numerusform>Chegou %Ln arquivo.</numerusform>
            <numerusform>Chegaram %Ln arquivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it withdraws much and waits on the sync page for your look.</source>
        <translation>Uma parte retira muitos registros e espera na página de sincronização que você a veja.</translation>
    </message>
    <message>
        <source>{wrong} and were thrown away.</source>
        <translation>{wrong}; o que não confere foi descartado.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>What was taken in so far stays. Taking it in again goes on from there.</source>
        <translation>O que já foi incorporado fica. Ao incorporá-la de novo, continua daí.</translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message>
        <source>Where it comes from</source>
        <translation>De onde vem</translation>
    </message>
    <message>
        <source>As of {date}</source>
        <translation>Dados de {date}</translation>
    </message>
    <message>
        <source>Made {date} by desk {id}</source>
        <translation>Feita em {date} pelo posto {id}</translation>
    </message>
    <message>
        <source>The edition says so; nobody signed that.</source>
        <translation>É o que diz a edição; ninguém assinou isso.</translation>
    </message>
    <message>
        <source>Signed by {hubs}</source>
        <translation>Assinada por {hubs}</translation>
    </message>
    <message>
        <source>Checked on this computer</source>
        <translation>Verificada neste computador</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Ainda não verificada</translation>
    </message>
    <message>
        <source>This computer does not know this Centre.</source>
        <translation>Este computador não conhece este Centro.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), {size} in all</source>
        <translation>
            <numerusform>%Ln arquivo, {size} ao todo</numerusform>
            <numerusform>%Ln arquivos, {size} ao todo</numerusform>
        </translation>
    </message>
    <message>
        <source>Its age is not known: this computer&apos;s clock is behind.</source>
        <translation>Não se conhece a idade: o relógio deste computador está atrasado.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>Há %n dia</numerusform>
            <numerusform>Há %n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>{age}: much may have changed since</source>
        <translation>{age}: muita coisa pode ter mudado desde então</translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>À espera de envio</translation>
    </message>
    <message>
        <source>Nothing waits. What you propose appears here until its hub has answered.</source>
        <translation>Nada espera. O que você propõe aparece aqui até que o hub responda.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar mais %Ln</numerusform>
            <numerusform>Mostrar mais %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln alteração</numerusform>
            <numerusform>%Ln alterações</numerusform>
        </translation>
    </message>
    <message>
        <source>kept here until a hub confirms</source>
        <translation>guardado aqui até que um hub confirme</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sem título</translation>
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
        <translation>Retomar: volta a ser um rascunho</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>to {collection}</source>
        <translation>para {collection}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) still going up</source>
        <translation>
            <numerusform>%Ln arquivo ainda sendo enviado</numerusform>
            <numerusform>%Ln arquivos ainda sendo enviados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln arquivo</numerusform>
            <numerusform>%Ln arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits here</source>
        <translation>Espera aqui</translation>
    </message>
    <message>
        <source>It leaves with the next sync.</source>
        <translation>Segue na próxima sincronização.</translation>
    </message>
    <message>
        <source>At the hub</source>
        <translation>No hub</translation>
    </message>
    <message>
        <source>The hub has it. A coordinator decides; it stays here until then.</source>
        <translation>O hub a tem. A coordenação decide; ela fica aqui até lá.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceita</translation>
    </message>
    <message>
        <source>A coordinator accepted it. It leaves this list when it is published.</source>
        <translation>A coordenação a aceitou. Ela sai desta lista quando é publicada.</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>A sua decisão</translation>
    </message>
    <message>
        <source>The hub did not take it. Nothing is lost; take it back to change it.</source>
        <translation>O hub não a aceitou. Nada se perde; retome-a para alterá-la.</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>Use mine</source>
        <translation>Usar a minha</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Usar a outra</translation>
    </message>
    <message>
        <source>Join both</source>
        <translation>Juntar as duas</translation>
    </message>
    <message>
        <source>Use this sentence</source>
        <translation>Usar esta frase</translation>
    </message>
    <message>
        <source>{field}: your sentence</source>
        <translation>{field}: a sua frase</translation>
    </message>
</context>
<context>
    <name>ParticipantsPart</name>
    <message>
        <source>Who takes part</source>
        <translation>Quem participa</translation>
    </message>
    <message>
        <source>No record on this computer says who takes part in this hub.</source>
        <translation>Nenhum registro deste computador diz quem participa deste hub.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar mais %Ln</numerusform>
            <numerusform>Mostrar mais %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anfitrião</translation>
    </message>
    <message>
        <source>With records here</source>
        <translation>Com registros aqui</translation>
    </message>
    <message>
        <source>No records here yet</source>
        <translation>Ainda sem registros aqui</translation>
    </message>
    <message>
        <source>Not taking part</source>
        <translation>Não participa</translation>
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
        <translation>Parceiros por nível</translation>
    </message>
    <message>
        <source>No partnership with this hub is recorded on this computer.</source>
        <translation>Neste computador não consta nenhuma parceria com este hub.</translation>
    </message>
</context>
<context>
    <name>PastSyncs</name>
    <message>
        <source>Past syncs</source>
        <translation>Sincronizações anteriores</translation>
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
        <translation>Registros</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Propostas</translation>
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
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Duas versões</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>Entrar em um hub</translation>
    </message>
    <message>
        <source>USB edition</source>
        <translation>Edição USB</translation>
    </message>
    <message>
        <source>An edition</source>
        <translation>Uma edição</translation>
    </message>
    <message>
        <source>Carried for others</source>
        <translation>Levado para outros</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Ainda não há nada escrito.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed</source>
        <translation>
            <numerusform>%Ln campo alterado</numerusform>
            <numerusform>%Ln campos alterados</numerusform>
        </translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>As duas dizem o mesmo.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>its place</source>
        <translation>o seu lugar</translation>
    </message>
    <message>
        <source>{end} lies before {other}, {start}.</source>
        <translation>{end} é anterior a {other}, {start}.</translation>
    </message>
    <message>
        <source>Two people changed the same thing: {field}. Return the proposal and say which one to keep.</source>
        <translation>Duas pessoas alteraram a mesma coisa: {field}. Devolva a proposta e diga qual manter.</translation>
    </message>
    <message>
        <source>This cannot be used as it stands. Details: {code}</source>
        <translation>Isto não pode ser usado como está. Detalhes: {code}</translation>
    </message>
    <message>
        <source>{kind} hold data about people. They go to the members’ part of a hub, never into its public part.</source>
        <translation>{kind}: contêm dados de pessoas. Vão para a parte de um hub reservada aos membros, nunca para a pública.</translation>
    </message>
    <message>
        <source>{kind} stand only in the Centre’s own collection, not in {collection}.</source>
        <translation>{kind}: só cabem na coleção do Centro, não em {collection}.</translation>
    </message>
    <message>
        <source>This text does not say in which language it is. It is kept unchanged.</source>
        <translation>Este texto não diz em que idioma está. É mantido sem alterações.</translation>
    </message>
    <message>
        <source>“{value}” is not the tag of a language, such as en or pt-BR.</source>
        <translation>“{value}” não é o código de um idioma, como en ou pt-BR.</translation>
    </message>
    <message>
        <source>This is not a text. It is kept unchanged.</source>
        <translation>Isto não é um texto. É mantido sem alterações.</translation>
    </message>
    <message>
        <source>“{value}” is not in the list that all hubs use. Searches for the usual values will not find it.</source>
        <translation>“{value}” não está na lista comum dos hubs. As buscas pelos valores habituais não o encontrarão.</translation>
    </message>
    <message>
        <source>“{value}” is not the name of a licence in the SPDX list. Choose one, or say that it is unknown.</source>
        <translation>“{value}” não é o nome de uma licença da lista SPDX. Escolha uma ou diga que é desconhecida.</translation>
    </message>
    <message>
        <source>“{value}” is not the code of a country.</source>
        <translation>“{value}” não é o código de um país.</translation>
    </message>
    <message>
        <source>“{value}” does not name a record.</source>
        <translation>“{value}” não designa um registro.</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write a year, a month or a day, such as 2026, March 2026 or 22 March 2026.</source>
        <translation>“{value}” não é uma data. Escreva um ano, um mês ou um dia, como 2026, março de 2026 ou 22 de março de 2026.</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>“{value}” não é um número.</translation>
    </message>
    <message>
        <source>This is neither yes nor no. It is kept unchanged.</source>
        <translation>Isto não é sim nem não. É mantido sem alterações.</translation>
    </message>
    <message>
        <source>“{value}” is not a web or mail address. It begins with https:// or mailto:</source>
        <translation>“{value}” não é um endereço web nem de e-mail. Começa com https:// ou mailto:</translation>
    </message>
    <message>
        <source>This is not a list. It is kept unchanged.</source>
        <translation>Isto não é uma lista. É mantido sem alterações.</translation>
    </message>
    <message>
        <source>This is not a contact. It is kept unchanged.</source>
        <translation>Isto não é um contato. É mantido sem alterações.</translation>
    </message>
    <message>
        <source>“{value}” does not look like a mail address.</source>
        <translation>“{value}” não parece um endereço de e-mail.</translation>
    </message>
    <message>
        <source>One of the files is described without its content. Take it away and attach it again.</source>
        <translation>Um dos arquivos está descrito sem o seu conteúdo. Tire-o e anexe-o de novo.</translation>
    </message>
    <message>
        <source>These are not entries as the form knows them. They are kept unchanged.</source>
        <translation>Não são entradas que o formulário conheça. São mantidas sem alterações.</translation>
    </message>
    <message>
        <source>Your role does not let you write into {collection}. A coordinator of the hub can change that.</source>
        <translation>A sua função não permite escrever em {collection}. A coordenação do hub pode mudar isso.</translation>
    </message>
    <message>
        <source>There is no draft to propose.</source>
        <translation>Não há rascunho a propor.</translation>
    </message>
    <message>
        <source>There is nothing to accept: it was settled or taken back meanwhile.</source>
        <translation>Não há nada a aceitar: entretanto foi resolvido ou retomado.</translation>
    </message>
    <message>
        <source>This record is no longer on this computer.</source>
        <translation>Este registro já não está neste computador.</translation>
    </message>
    <message>
        <source>The content of this proposal has not arrived yet. It comes with the next sync.</source>
        <translation>O conteúdo desta proposta ainda não chegou. Vem com a próxima sincronização.</translation>
    </message>
    <message>
        <source>The version that this proposal started from is not on this computer. It comes with the next sync.</source>
        <translation>A versão da qual parte esta proposta não está neste computador. Vem com a próxima sincronização.</translation>
    </message>
    <message>
        <source>No licence is chosen. Without one, nobody may lawfully reuse this. You can go on writing; the draft is kept.</source>
        <translation>Nenhuma licença foi escolhida. Sem ela, ninguém pode reutilizar isto legalmente. Você pode continuar escrevendo; o rascunho é guardado.</translation>
    </message>
    <message>
        <source>Not said for {files}. Without an answer the files cannot travel on sticks or to other hubs.</source>
        <translation>Não foi dito para {files}. Sem resposta, os arquivos não podem viajar em pendrives nem para outros hubs.</translation>
    </message>
    <message>
        <source>There is no title yet. It is what people find in a list and in a search.</source>
        <translation>Ainda não há título. É o que se encontra em uma lista e em uma busca.</translation>
    </message>
    <message>
        <source>Nothing is written here yet. It is needed to publish; the draft is kept without it.</source>
        <translation>Ainda não há nada escrito aqui. É necessário para publicar; o rascunho é guardado sem isso.</translation>
    </message>
    <message>
        <source>Nothing is written here yet. You can propose without it; with it the record is more useful.</source>
        <translation>Ainda não há nada escrito aqui. Você pode propor sem isso; com isso o registro é mais útil.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long in {language}. Lists will show the beginning only.</source>
        <translation>
            <numerusform>%Ln caractere a mais em {language}. As listas só mostrarão o começo.</numerusform>
            <numerusform>%Ln caracteres a mais em {language}. As listas só mostrarão o começo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long. Lists will show the beginning only.</source>
        <translation>
            <numerusform>%Ln caractere a mais. As listas só mostrarão o começo.</numerusform>
            <numerusform>%Ln caracteres a mais. As listas só mostrarão o começo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use {value}, as in your last records</source>
        <translation>Usar {value}, como nos seus últimos registros</translation>
    </message>
    <message>
        <source>Say that it is unknown</source>
        <translation>Dizer que é desconhecida</translation>
    </message>
    <message>
        <source>Checked today</source>
        <translation>Verificado hoje</translation>
    </message>
    <message>
        <source>Use the start, {date}</source>
        <translation>Usar o início, {date}</translation>
    </message>
    <message>
        <source>Write {address}</source>
        <translation>Escrever {address}</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Lendo os arquivos</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Checking what was written</source>
        <translation>Verificando o que foi escrito</translation>
    </message>
    <message>
        <source>Checking the records</source>
        <translation>Verificando os registros</translation>
    </message>
    <message>
        <source>{what}: {amount}</source>
        <translation>{what}: {amount}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>restam cerca de {time}</translation>
    </message>
    <message>
        <source>Stopping after the piece that is under way</source>
        <translation>Para depois da parte em andamento</translation>
    </message>
</context>
<context>
    <name>ProposalButton</name>
    <message>
        <source>Without a title</source>
        <translation>Sem título</translation>
    </message>
    <message>
        <source>Accepted, not published yet</source>
        <translation>Aceita, ainda não publicada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln ponto a resolver</numerusform>
            <numerusform>%Ln pontos a resolver</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Novo registro</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Alteração</translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message>
        <source>Proposals</source>
        <translation>Propostas</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar mais %Ln</numerusform>
            <numerusform>Mostrar mais %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalPane</name>
    <message>
        <source>The chosen proposal</source>
        <translation>A proposta escolhida</translation>
    </message>
    <message>
        <source>Comment for the author</source>
        <translation>Comentário para quem escreveu</translation>
    </message>
    <message>
        <source>What is missing, and what the author can do about it</source>
        <translation>O que falta e o que se pode fazer a respeito</translation>
    </message>
    <message>
        <source>Write a sentence for the author first.</source>
        <translation>Escreva primeiro uma frase para quem escreveu.</translation>
    </message>
    <message>
        <source>Return with a comment</source>
        <translation>Devolver com um comentário</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Show in the catalogue</source>
        <translation>Mostrar no catálogo</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceitar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more proposal(s) change this record</source>
        <translation>
            <numerusform>Mais %Ln proposta altera este registro</numerusform>
            <numerusform>Mais %Ln propostas alteram este registro</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepting takes all of them, the oldest first.</source>
        <translation>Ao aceitar, entram todas, primeiro a mais antiga.</translation>
    </message>
    <message>
        <source>Accepted. It goes out when you publish.</source>
        <translation>Aceita. Sai quando você publica.</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sem título</translation>
    </message>
    <message>
        <source>members only</source>
        <translation>só membros</translation>
    </message>
    <message>
        <source>Written on this computer, {time}</source>
        <translation>Escrita neste computador, {time}</translation>
    </message>
    <message>
        <source>From a {role}, desk {desk}, written {time}, arrived {arrived}</source>
        <translation>De: {role}, posto {desk}. Escrita {time}, chegou {arrived}</translation>
    </message>
    <message>
        <source>Two people changed the same record</source>
        <translation>Duas pessoas alteraram o mesmo registro</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed here and by the author. Nothing is lost.</source>
        <translation>
            <numerusform>%Ln campo alterado aqui e por quem escreveu. Nada se perde.</numerusform>
            <numerusform>%Ln campos alterados aqui e por quem escreveu. Nada se perde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>It would be more useful with: {fields}</source>
        <translation>Seria mais útil com: {fields}</translation>
    </message>
    <message>
        <source>The record is to be withdrawn</source>
        <translation>O registro será retirado</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motivo: {reason}</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Versão publicada</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposta</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed</source>
        <translation>
            <numerusform>%Ln campo alterado</numerusform>
            <numerusform>%Ln campos alterados</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>Não altera nada.</translation>
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
        <translation>Parar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) to authors go with it.</source>
        <translation>
            <numerusform>Segue com ela %Ln comentário a quem escreveu.</numerusform>
            <numerusform>Seguem com ela %Ln comentários a quem escreveu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is accepted yet</source>
        <translation>Nada foi aceito ainda</translation>
    </message>
    <message>
        <source>Publishing signs what you accepted and sends it to the hub, with your comments to authors.</source>
        <translation>Publicar assina o que você aceitou e o envia ao hub, com os seus comentários.</translation>
    </message>
    <message numerus="yes">
        <source>{hub}: %Ln accepted change(s)</source>
        <translation>
            <numerusform>{hub}: %Ln alteração aceita</numerusform>
            <numerusform>{hub}: %Ln alterações aceitas</numerusform>
        </translation>
    </message>
    <message>
        <source>everyone who follows it</source>
        <translation>todos os que o seguem</translation>
    </message>
    <message>
        <source>its members</source>
        <translation>os seus membros</translation>
    </message>
    <message>
        <source>Publishing signs them with your key and sends them to the hub; {readers} will see them at the next sync. Earlier versions stay in the history.</source>
        <translation>Publicar as assina com a sua chave e as envia ao hub; {readers} as verão na próxima sincronização. As versões anteriores ficam no histórico.</translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln change(s)</source>
        <translation>
            <numerusform>Publicar %Ln alteração</numerusform>
            <numerusform>Publicar %Ln alterações</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing {hub}</source>
        <translation>Publicação: {hub}</translation>
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
        <translation>Recebendo</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Verificando</translation>
    </message>
    <message>
        <source>Putting in order</source>
        <translation>Organizando</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>restam {time}</translation>
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
        <translation>Para quem</translation>
    </message>
    <message>
        <source>Anybody may open it</source>
        <translation>Qualquer pessoa pode abri-la</translation>
    </message>
    <message>
        <source>Sealed; only these desks can open it:</source>
        <translation>Selada; só estes postos podem abri-la:</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>coordenação</translation>
    </message>
    <message>
        <source>Secretariat</source>
        <translation>Secretariado</translation>
    </message>
    <message>
        <source>contributor</source>
        <translation>contribuição</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>leitura</translation>
    </message>
    <message>
        <source>Steering Committee</source>
        <translation>Comitê Diretor</translation>
    </message>
    <message>
        <source>Desk {id}</source>
        <translation>Posto {id}</translation>
    </message>
    <message>
        <source>{name}, {role}, {hub}</source>
        <translation>{name}, {role}, {hub}</translation>
    </message>
    <message>
        <source>What members alone may read is never in it.</source>
        <translation>O que só os membros podem ler nunca está nela.</translation>
    </message>
    <message>
        <source>No other desk is known here yet. Desks become known when they propose or coordinate.</source>
        <translation>Ainda não se conhece aqui nenhum outro posto. Os postos passam a ser conhecidos quando propõem ou coordenam.</translation>
    </message>
    <message>
        <source>Choose at least one desk. Whoever is not named cannot open it, you neither.</source>
        <translation>Escolha ao menos um posto. Quem não for indicado não pode abri-la, nem você.</translation>
    </message>
    <message>
        <source>One file, encrypted. Whoever is not named cannot open it, you neither.</source>
        <translation>Um só arquivo, cifrado. Quem não for indicado não pode abri-la, nem você.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Words of the record’s title</source>
        <translation>Palavras do título do registro</translation>
    </message>
    <message>
        <source>Not on this computer: {id}</source>
        <translation>Não está neste computador: {id}</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Tirar {name}</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>My records</source>
        <translation>Meus registros</translation>
    </message>
    <message>
        <source>What you write stays on this computer until you propose it.</source>
        <translation>O que você escreve fica neste computador até que o proponha.</translation>
    </message>
    <message>
        <source>Propose all that are ready</source>
        <translation>Propor tudo o que está pronto</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Novo registro</translation>
    </message>
    <message>
        <source>Came back with a comment</source>
        <translation>Voltou com um comentário</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Rascunhos</translation>
    </message>
    <message>
        <source>Proposed by you</source>
        <translation>Proposto por você</translation>
    </message>
    <message>
        <source>Withdrawn by a hub</source>
        <translation>Retirados por um hub</translation>
    </message>
    <message>
        <source>Your records</source>
        <translation>Os seus registros</translation>
    </message>
    <message>
        <source>A coordinator asks for a change</source>
        <translation>A coordenação pede uma alteração</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Só neste computador</translation>
    </message>
    <message>
        <source>Kept on this computer for a while</source>
        <translation>Guardados por um tempo neste computador</translation>
    </message>
    <message numerus="yes">
        <source>Propose all that are ready (%Ln)</source>
        <translation>
            <numerusform>Propor tudo o que está pronto (%Ln)</numerusform>
            <numerusform>Propor tudo o que está pronto (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for the next sync</source>
        <translation>
            <numerusform>%Ln espera a próxima sincronização</numerusform>
            <numerusform>%Ln esperam a próxima sincronização</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Nada espera envio</translation>
    </message>
    <message>
        <source>You have written nothing yet</source>
        <translation>Você ainda não escreveu nada</translation>
    </message>
    <message>
        <source>A record is a tool, a document, a case study, or anything else that another parliament could use. It stays on this computer until you propose it.</source>
        <translation>Um registro é uma ferramenta, um documento, um estudo de caso ou qualquer outra coisa que possa servir a outro parlamento. Ele fica neste computador até que você o proponha.</translation>
    </message>
    <message>
        <source>Write a new record</source>
        <translation>Escrever um novo registro</translation>
    </message>
    <message>
        <source>Suggest a change to a record of the catalogue</source>
        <translation>Sugerir uma alteração de um registro do catálogo</translation>
    </message>
    <message>
        <source>Taken back. It is a draft again.</source>
        <translation>Retomada. Voltou a ser um rascunho.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) proposed</source>
        <translation>
            <numerusform>%Ln registro proposto</numerusform>
            <numerusform>%Ln registros propostos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be proposed</source>
        <translation>
            <numerusform>%Ln registro não pôde ser proposto</numerusform>
            <numerusform>%Ln registros não puderam ser propostos</numerusform>
        </translation>
    </message>
    <message>
        <source>They are still drafts. Open one to see what is to settle.</source>
        <translation>Continuam sendo rascunhos. Abra um para ver o que falta resolver.</translation>
    </message>
    <message>
        <source>Delete this draft?</source>
        <translation>Apagar este rascunho?</translation>
    </message>
    <message>
        <source>What is published stays as it is. What you wrote is lost; this cannot be undone.</source>
        <translation>O que está publicado fica como está. O que você escreveu se perderá; isto não pode ser desfeito.</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Apagar o rascunho</translation>
    </message>
    <message>
        <source>Draft deleted.</source>
        <translation>Rascunho apagado.</translation>
    </message>
</context>
<context>
    <name>RelayCard</name>
    <message>
        <source>One connection for the whole building</source>
        <translation>Uma só conexão para todo o prédio</translation>
    </message>
    <message>
        <source>A relay is a computer in your building that fetches once for everybody. It is trusted with nothing: every signature is checked here, and what members alone may read passes through it unread.</source>
        <translation>Um retransmissor é um computador do seu prédio que busca uma vez para todos. Não é preciso confiar nele em nada: cada assinatura é verificada aqui, e o que só os membros podem ler passa por ele sem ser lido.</translation>
    </message>
    <message>
        <source>What is public comes from there; where it is away, from the hub as always.</source>
        <translation>O que é público vem dele; quando ele não está, vem do hub, como sempre.</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Perguntar primeiro a</translation>
    </message>
    <message>
        <source>Address of a relay, as its screen shows it</source>
        <translation>Endereço de um retransmissor, como a tela dele mostra</translation>
    </message>
    <message>
        <source>Address of a relay</source>
        <translation>Endereço de um retransmissor</translation>
    </message>
    <message>
        <source>Look for relays</source>
        <translation>Procurar retransmissores</translation>
    </message>
    <message>
        <source>Be a relay for others while HubDesk is open</source>
        <translation>Ser retransmissor para outros enquanto o HubDesk está aberto</translation>
    </message>
    <message>
        <source>Nobody but the hub</source>
        <translation>Ninguém além do hub</translation>
    </message>
    <message>
        <source>Whichever relay of the hub is found</source>
        <translation>Qualquer retransmissor do hub que se encontre</translation>
    </message>
    <message>
        <source>No relay of your hub announces itself on this network.</source>
        <translation>Nenhum retransmissor do seu hub se anuncia nesta rede.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln relay(s) found; choose one above.</source>
        <translation>
            <numerusform>%Ln retransmissor encontrado; escolha um acima.</numerusform>
            <numerusform>%Ln retransmissores encontrados; escolha um acima.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only public collections are handed on. Others find this computer by itself, or by its address.</source>
        <translation>Só as coleções públicas são repassadas. Os outros encontram este computador automaticamente, ou pelo endereço dele.</translation>
    </message>
    <message>
        <source>Open at {address}</source>
        <translation>Aberto em {address}</translation>
    </message>
    <message>
        <source>Looking on this network</source>
        <translation>Procurando nesta rede</translation>
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
            <numerusform>Tirar %n filtro</numerusform>
            <numerusform>Tirar %n filtros</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation>Tirar o filtro {name}</translation>
    </message>
    <message>
        <source>{count} of {whole} records match “{words}”</source>
        <translation>{count} de {whole} registros com “{words}”</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n registro</numerusform>
            <numerusform>%n registros</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {whole} records</source>
        <translation>{count} de {whole} registros</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Relevância</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Mais recentes</translation>
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
        <translation>Sem título</translation>
    </message>
    <message>
        <source>signature checked</source>
        <translation>assinatura verificada</translation>
    </message>
    <message>
        <source>signature not checked</source>
        <translation>assinatura não verificada</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Não verificado</translation>
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
        <translation>Tirar a entrada {number}</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Add an entry</source>
        <translation>Adicionar uma entrada</translation>
    </message>
</context>
<context>
    <name>RunningCard</name>
    <message>
        <source>Sync under way</source>
        <translation>Sincronização em andamento</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stop the sync</source>
        <translation>Parar a sincronização</translation>
    </message>
    <message>
        <source>Asking the central server</source>
        <translation>Consultando o servidor central</translation>
    </message>
    <message>
        <source>Stopping after the piece that is on its way</source>
        <translation>Para depois da parte que está a caminho</translation>
    </message>
</context>
<context>
    <name>SaveBadge</name>
    <message>
        <source>Nothing written yet</source>
        <translation>Ainda não há nada escrito</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ainda não guardado</translation>
    </message>
    <message>
        <source>Saving on this computer</source>
        <translation>Guardando neste computador</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
    <message>
        <source>Draft saved on this computer {time}</source>
        <translation>Rascunho guardado neste computador {time}</translation>
    </message>
    <message>
        <source>Nothing changed yet</source>
        <translation>Nada foi alterado ainda</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Limpar a busca</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Mostrar mais %Ln</numerusform>
            <numerusform>Mostrar mais %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>What waits here stays. Try again later.</source>
        <translation>O que espera aqui continua aqui. Tente mais tarde.</translation>
    </message>
    <message>
        <source>What waits here stays. Ask your hub’s coordinator.</source>
        <translation>O que espera aqui continua aqui. Consulte a coordenação do seu hub.</translation>
    </message>
    <message>
        <source>What was accepted stays accepted. Sync, then try again.</source>
        <translation>O que foi aceito continua aceito. Sincronize e tente de novo.</translation>
    </message>
    <message>
        <source>It was thrown away. What is on this computer was not changed.</source>
        <translation>Foi descartado. O que está neste computador não foi alterado.</translation>
    </message>
    <message>
        <source>It was thrown away; what was checked before is kept. Try again.</source>
        <translation>Foi descartado; o que já estava verificado fica guardado. Tente de novo.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>Nada foi alterado. Tente de novo.</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again in a few minutes.</source>
        <translation>Nada se perde. Tente daqui a alguns minutos.</translation>
    </message>
    <message>
        <source>Nobody was let in. Ask your hub’s coordinator.</source>
        <translation>Ninguém foi admitido. Consulte a coordenação do seu hub.</translation>
    </message>
    <message>
        <source>What arrived does not match its signature</source>
        <translation>O que chegou não corresponde à sua assinatura</translation>
    </message>
    <message>
        <source>The server cannot go on where it was cut</source>
        <translation>O servidor não consegue continuar de onde foi cortado</translation>
    </message>
    <message>
        <source>The server did not understand what was sent</source>
        <translation>O servidor não entendeu o que foi enviado</translation>
    </message>
    <message>
        <source>What waits here stays. A proxy on the way may have changed it.</source>
        <translation>O que espera aqui continua aqui. Talvez um proxy no caminho o tenha alterado.</translation>
    </message>
    <message>
        <source>The server cannot use the changes that were sent</source>
        <translation>O servidor não consegue usar as alterações enviadas</translation>
    </message>
    <message>
        <source>The changes that arrived do not fit what is here</source>
        <translation>As alterações que chegaram não combinam com o que está aqui</translation>
    </message>
    <message>
        <source>What arrived is damaged</source>
        <translation>O que chegou está danificado</translation>
    </message>
    <message>
        <source>The list of hubs that arrived cannot be trusted</source>
        <translation>A lista de hubs que chegou não é confiável</translation>
    </message>
    <message>
        <source>An answer to a proposal cannot be used</source>
        <translation>Uma resposta a uma proposta não pode ser usada</translation>
    </message>
    <message>
        <source>It was thrown away. The proposal stays here.</source>
        <translation>Foi descartada. A proposta continua aqui.</translation>
    </message>
    <message>
        <source>The server takes no more files from this desk for now</source>
        <translation>O servidor não recebe mais arquivos deste posto por enquanto</translation>
    </message>
    <message>
        <source>The server’s disk is full or refuses</source>
        <translation>O disco do servidor está cheio ou falha</translation>
    </message>
    <message>
        <source>The hub asks to wait</source>
        <translation>O hub pede para esperar</translation>
    </message>
    <message>
        <source>This is more than the server takes at once</source>
        <translation>É mais do que o servidor recebe de uma vez</translation>
    </message>
    <message>
        <source>The server gave up waiting for this desk</source>
        <translation>O servidor deixou de esperar por este posto</translation>
    </message>
    <message>
        <source>The server is being stopped</source>
        <translation>O servidor está sendo parado</translation>
    </message>
    <message>
        <source>The server made a mistake of its own</source>
        <translation>O servidor cometeu um erro</translation>
    </message>
    <message>
        <source>The server does not know what was asked for</source>
        <translation>O servidor não conhece o que foi pedido</translation>
    </message>
    <message>
        <source>It may be older than this program. Nothing was changed.</source>
        <translation>Talvez seja mais antigo que este programa. Nada foi alterado.</translation>
    </message>
    <message>
        <source>The server takes this request for one that it has seen</source>
        <translation>O servidor acredita já ter visto este pedido</translation>
    </message>
    <message>
        <source>The server does not know this desk</source>
        <translation>O servidor não conhece este posto</translation>
    </message>
    <message>
        <source>Everything here stays. Ask your hub’s coordinator for a new invite.</source>
        <translation>Tudo aqui é mantido. Peça um novo convite à coordenação do seu hub.</translation>
    </message>
    <message>
        <source>The server does not let this desk have the file any more</source>
        <translation>O servidor já não permite que este posto tenha o arquivo</translation>
    </message>
    <message>
        <source>Nothing is lost. A new sync asks for a new permission.</source>
        <translation>Nada se perde. Uma nova sincronização pede uma nova permissão.</translation>
    </message>
    <message>
        <source>The server received something else than was sent</source>
        <translation>O servidor recebeu algo diferente do que foi enviado</translation>
    </message>
    <message>
        <source>The server does not have this file</source>
        <translation>O servidor não tem este arquivo</translation>
    </message>
    <message>
        <source>It may have been removed. Ask the record’s hub.</source>
        <translation>Talvez tenha sido removido. Pergunte ao hub do registro.</translation>
    </message>
    <message>
        <source>The file that arrived is not the one that was signed</source>
        <translation>O arquivo que chegou não é o que foi assinado</translation>
    </message>
    <message>
        <source>The file that arrived has not the size that was stated</source>
        <translation>O arquivo que chegou não tem o tamanho anunciado</translation>
    </message>
    <message>
        <source>A part of the file that arrived does not belong to it</source>
        <translation>Uma parte do arquivo que chegou não pertence a ele</translation>
    </message>
    <message>
        <source>Nobody who was asked has this file</source>
        <translation>Ninguém entre os consultados tem este arquivo</translation>
    </message>
    <message>
        <source>What arrived of it is kept. Try again later.</source>
        <translation>O que chegou fica guardado. Tente mais tarde.</translation>
    </message>
    <message>
        <source>What leads to the new version of the file does not fit</source>
        <translation>O que leva à nova versão do arquivo não combina</translation>
    </message>
    <message>
        <source>The hub is still preparing the new version of the file</source>
        <translation>O hub ainda prepara a nova versão do arquivo</translation>
    </message>
    <message>
        <source>The hub has this file only as a whole</source>
        <translation>O hub só tem este arquivo inteiro</translation>
    </message>
    <message>
        <source>Nothing was changed. Get the whole file instead.</source>
        <translation>Nada foi alterado. Obtenha o arquivo inteiro.</translation>
    </message>
    <message>
        <source>The server does not have this earlier version</source>
        <translation>O servidor não tem esta versão anterior</translation>
    </message>
    <message>
        <source>What is here stays as it is.</source>
        <translation>O que está aqui fica como está.</translation>
    </message>
    <message>
        <source>The server does not have this collection</source>
        <translation>O servidor não tem esta coleção</translation>
    </message>
    <message>
        <source>The server does not hold the version that was changed</source>
        <translation>O servidor não tem a versão que foi alterada</translation>
    </message>
    <message>
        <source>Nothing is lost. The change is sent whole with the next sync.</source>
        <translation>Nada se perde. A alteração segue inteira na próxima sincronização.</translation>
    </message>
    <message>
        <source>What the server holds could not be compared with this computer</source>
        <translation>Não foi possível comparar o que o servidor tem com este computador</translation>
    </message>
    <message>
        <source>The server refused the publication</source>
        <translation>O servidor recusou a publicação</translation>
    </message>
    <message>
        <source>Another desk published faster</source>
        <translation>Outro posto publicou antes</translation>
    </message>
    <message>
        <source>The publication reached the server without its content</source>
        <translation>A publicação chegou ao servidor sem o seu conteúdo</translation>
    </message>
    <message>
        <source>What was sent does not fit what was signed</source>
        <translation>O que foi enviado não combina com o que foi assinado</translation>
    </message>
    <message>
        <source>The server holds another history of this collection</source>
        <translation>O servidor tem outro histórico desta coleção</translation>
    </message>
    <message>
        <source>What was accepted stays accepted. Tell the hub and the Secretariat.</source>
        <translation>O que foi aceito continua aceito. Avise o hub e o Secretariado.</translation>
    </message>
    <message>
        <source>The server holds less than this desk</source>
        <translation>O servidor tem menos que este posto</translation>
    </message>
    <message>
        <source>It may have been restored from an older copy. Nothing was changed; tell who runs it.</source>
        <translation>Talvez tenha sido restaurado de uma cópia mais antiga. Nada foi alterado; avise quem o administra.</translation>
    </message>
    <message>
        <source>The clock of this computer is ahead</source>
        <translation>O relógio deste computador está adiantado</translation>
    </message>
    <message>
        <source>What was accepted stays accepted. Set the clock, then publish again.</source>
        <translation>O que foi aceito continua aceito. Acerte o relógio e publique de novo.</translation>
    </message>
    <message>
        <source>The time of the publication cannot be read</source>
        <translation>A data da publicação não pode ser lida</translation>
    </message>
    <message>
        <source>This hub has as many publishing desks as it may have</source>
        <translation>Este hub já tem todos os postos que publicam permitidos</translation>
    </message>
    <message>
        <source>Nobody was let in. Ask the Secretariat.</source>
        <translation>Ninguém foi admitido. Consulte o Secretariado.</translation>
    </message>
    <message>
        <source>This desk brought no key to publish with</source>
        <translation>Este posto não trouxe uma chave para publicar</translation>
    </message>
    <message>
        <source>The server cannot use the keys of this desk</source>
        <translation>O servidor não consegue usar as chaves deste posto</translation>
    </message>
    <message>
        <source>The server has another key than the invite names</source>
        <translation>O servidor tem uma chave diferente da do convite</translation>
    </message>
    <message>
        <source>The admission of a desk cannot be read</source>
        <translation>A admissão de um posto não pode ser lida</translation>
    </message>
    <message>
        <source>The admission that arrived is for another desk</source>
        <translation>A admissão que chegou é para outro posto</translation>
    </message>
    <message>
        <source>The key of another desk cannot be used</source>
        <translation>A chave de outro posto não pode ser usada</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Ask your hub’s coordinator.</source>
        <translation>Nada foi enviado a ele. Consulte a coordenação do seu hub.</translation>
    </message>
    <message>
        <source>The clock of this computer is behind</source>
        <translation>O relógio deste computador está atrasado</translation>
    </message>
    <message>
        <source>The Secretariat has not let this desk in yet</source>
        <translation>O Secretariado ainda não admitiu este posto</translation>
    </message>
    <message>
        <source>Your request is there. Use the same invite again when they tell you.</source>
        <translation>O seu pedido está lá. Use de novo o mesmo convite quando avisarem você.</translation>
    </message>
    <message>
        <source>The publication came without its hub’s statement</source>
        <translation>A publicação chegou sem a declaração do seu hub</translation>
    </message>
    <message>
        <source>The hub’s statement does not fit what the server holds</source>
        <translation>A declaração do hub não combina com o que o servidor tem</translation>
    </message>
    <message>
        <source>This record was erased for good</source>
        <translation>Este registro foi eliminado para sempre</translation>
    </message>
    <message>
        <source>Nothing can be added to it. Write a new one.</source>
        <translation>Nada pode ser acrescentado a ele. Escreva um novo.</translation>
    </message>
    <message>
        <source>What arrived is older than what is on this computer</source>
        <translation>O que chegou é mais antigo do que o que está neste computador</translation>
    </message>
    <message>
        <source>The same version was signed twice with different content</source>
        <translation>A mesma versão foi assinada duas vezes com conteúdo diferente</translation>
    </message>
    <message>
        <source>What is on this computer stays as it is. Tell the hub and the Secretariat.</source>
        <translation>O que está neste computador fica como está. Avise o hub e o Secretariado.</translation>
    </message>
    <message>
        <source>What is new is signed, but did not arrive</source>
        <translation>O que há de novo está assinado, mas não chegou</translation>
    </message>
    <message>
        <source>What arrived is larger than it may be</source>
        <translation>O que chegou é maior do que o permitido</translation>
    </message>
    <message>
        <source>A proposal arrived without its content</source>
        <translation>Chegou uma proposta sem o seu conteúdo</translation>
    </message>
    <message>
        <source>An answer arrived that is sealed for another desk</source>
        <translation>Chegou uma resposta selada para outro posto</translation>
    </message>
    <message>
        <source>What arrived is kept; the rest follows at the next attempt.</source>
        <translation>O que chegou fica guardado; o resto vem na próxima tentativa.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nada foi escrito.</translation>
    </message>
    <message>
        <source>Nothing was taken from it, and nothing here was changed.</source>
        <translation>Nada foi tirado dela, e nada aqui foi alterado.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Ask whoever made the edition for a new one.</source>
        <translation>Nada foi tirado dela. Peça uma nova a quem fez a edição.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nada foi alterado.</translation>
    </message>
    <message>
        <source>It was not taken; what is here was not changed.</source>
        <translation>Não foi aceito; o que está aqui não foi alterado.</translation>
    </message>
    <message>
        <source>Nothing was signed.</source>
        <translation>Nada foi assinado.</translation>
    </message>
    <message>
        <source>The list of hubs and keys that arrived does not count</source>
        <translation>A lista de hubs e chaves que chegou não vale</translation>
    </message>
    <message>
        <source>The list of software that arrived does not count</source>
        <translation>A lista de software que chegou não vale</translation>
    </message>
    <message>
        <source>What somebody brought cannot be used</source>
        <translation>O que alguém trouxe não pode ser usado</translation>
    </message>
    <message>
        <source>The parts do not make the file that was cut</source>
        <translation>As partes não formam o arquivo que foi cortado</translation>
    </message>
    <message>
        <source>What is there stays. Ask for them again.</source>
        <translation>O que há fica. Peça-as de novo.</translation>
    </message>
    <message>
        <source>This edition is damaged: {name}</source>
        <translation>Esta edição está danificada: {name}</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Copy it again, or ask for another one.</source>
        <translation>Nada foi tirado dela. Copie-a de novo, ou peça outra.</translation>
    </message>
    <message>
        <source>One of the desks is not known here, so nothing can be sealed for it</source>
        <translation>Um dos postos não é conhecido aqui, por isso nada pode ser selado para ele</translation>
    </message>
    <message>
        <source>Another file has this name</source>
        <translation>Outro arquivo tem este nome</translation>
    </message>
    <message>
        <source>It was left as it is. Choose another name.</source>
        <translation>Ficou como está. Escolha outro nome.</translation>
    </message>
    <message>
        <source>Something else than an edition lies in this folder</source>
        <translation>Nesta pasta há algo que não é uma edição</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a new or an empty folder.</source>
        <translation>Nada foi escrito. Escolha uma pasta nova ou vazia.</translation>
    </message>
    <message>
        <source>What members alone may read does not go into an open edition</source>
        <translation>O que só os membros podem ler não entra em uma edição aberta</translation>
    </message>
    <message>
        <source>Nothing was written. Seal it for the desks that may read it.</source>
        <translation>Nada foi escrito. Sele-a para os postos que podem ler isso.</translation>
    </message>
    <message>
        <source>A sealed edition is one file whose name ends in .age</source>
        <translation>Uma edição selada é um só arquivo cujo nome termina em .age</translation>
    </message>
    <message>
        <source>This edition was written by a newer HubDesk</source>
        <translation>Esta edição foi escrita por um HubDesk mais novo</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Use the newer program.</source>
        <translation>Nada foi tirado dela. Use o programa mais novo.</translation>
    </message>
    <message>
        <source>A hub has signed nothing of this collection yet</source>
        <translation>Um hub ainda não assinou nada desta coleção</translation>
    </message>
    <message>
        <source>Nothing was written. Sync first.</source>
        <translation>Nada foi escrito. Sincronize primeiro.</translation>
    </message>
    <message>
        <source>One of the desks may not read what would be in it</source>
        <translation>Um dos postos não pode ler o que ela conteria</translation>
    </message>
    <message>
        <source>There is nothing here yet that could go into an edition</source>
        <translation>Ainda não há nada aqui que possa entrar em uma edição</translation>
    </message>
    <message>
        <source>Sync first, or take an edition in.</source>
        <translation>Sincronize primeiro, ou incorpore uma edição.</translation>
    </message>
    <message>
        <source>This edition was written in a form that is no longer read</source>
        <translation>Esta edição foi escrita em um formato que já não se lê</translation>
    </message>
    <message>
        <source>This edition is of another Centre</source>
        <translation>Esta edição é de outro Centro</translation>
    </message>
    <message>
        <source>The page of an edition is not written in this language</source>
        <translation>A página de uma edição não está escrita neste idioma</translation>
    </message>
    <message>
        <source>Nobody is named who could open the sealed edition</source>
        <translation>Não foi indicado ninguém que possa abrir a edição selada</translation>
    </message>
    <message>
        <source>This edition is sealed for other desks than this one</source>
        <translation>Esta edição está selada para outros postos, não para este</translation>
    </message>
    <message>
        <source>Nothing was changed. Whoever made it can seal one for this desk.</source>
        <translation>Nada foi alterado. Quem a fez pode selar uma para este posto.</translation>
    </message>
    <message>
        <source>This is not a date</source>
        <translation>Isto não é uma data</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>What was there before is as it was.</source>
        <translation>O que havia antes está como estava.</translation>
    </message>
    <message>
        <source>The records alone are larger than you allow</source>
        <translation>Só os registros já são maiores do que você permite</translation>
    </message>
    <message>
        <source>Nothing was written. They take {needed}; allow more.</source>
        <translation>Nada foi escrito. Eles ocupam {needed}; permita mais.</translation>
    </message>
    <message>
        <source>This computer does not know yet whom to trust</source>
        <translation>Este computador ainda não sabe em quem confiar</translation>
    </message>
    <message>
        <source>Nothing was changed. Put in the invite, or the line that the hub told you.</source>
        <translation>Nada foi alterado. Coloque o convite, ou a linha que o hub informou.</translation>
    </message>
    <message>
        <source>This is not an edition of HubDesk</source>
        <translation>Isto não é uma edição do HubDesk</translation>
    </message>
    <message>
        <source>This is neither an invite nor the line of a hub</source>
        <translation>Isto não é um convite nem a linha de um hub</translation>
    </message>
    <message>
        <source>The sealed file is damaged, or it was cut</source>
        <translation>O arquivo selado está danificado, ou foi cortado</translation>
    </message>
    <message>
        <source>Nothing was changed. Copy it again from where it came.</source>
        <translation>Nada foi alterado. Copie-o de novo de onde veio.</translation>
    </message>
    <message>
        <source>Some parts are missing or damaged: {missing}</source>
        <translation>Faltam partes, ou estão danificadas: {missing}</translation>
    </message>
    <message>
        <source>What is there stays. Ask for those again.</source>
        <translation>O que há fica. Peça essas de novo.</translation>
    </message>
    <message>
        <source>There are parts of several files</source>
        <translation>Há partes de vários arquivos</translation>
    </message>
    <message>
        <source>Nothing was changed. Put each file’s parts into a folder of its own.</source>
        <translation>Nada foi alterado. Coloque as partes de cada arquivo em uma pasta separada.</translation>
    </message>
    <message>
        <source>No part of a cut file was found there</source>
        <translation>Não se encontrou ali nenhuma parte de um arquivo cortado</translation>
    </message>
    <message>
        <source>Choose the folder in which you saved what came by mail.</source>
        <translation>Escolha a pasta em que você guardou o que veio por e-mail.</translation>
    </message>
    <message>
        <source>So small parts would be too many</source>
        <translation>Partes tão pequenas seriam demais</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a larger size.</source>
        <translation>Nada foi escrito. Escolha um tamanho maior.</translation>
    </message>
    <message>
        <source>A mail of this size is too small for a part</source>
        <translation>Um e-mail deste tamanho é pequeno demais para uma parte</translation>
    </message>
    <message>
        <source>This is not an address that a mail can be sent to</source>
        <translation>Isto não é um endereço para o qual se possa enviar um e-mail</translation>
    </message>
    <message>
        <source>There is a file of this name already</source>
        <translation>Já existe um arquivo com este nome</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another name.</source>
        <translation>Nada foi escrito. Escolha outro nome.</translation>
    </message>
    <message>
        <source>One of the desks was revoked, or its mandate has ended</source>
        <translation>Um dos postos foi revogado, ou o seu mandato terminou</translation>
    </message>
    <message>
        <source>Nothing was written. Leave it out and write the edition again.</source>
        <translation>Nada foi escrito. Deixe-o de fora e escreva a edição de novo.</translation>
    </message>
    <message>
        <source>A file is missing in this edition</source>
        <translation>Falta um arquivo nesta edição</translation>
    </message>
    <message>
        <source>Everything else of it can be used. Another edition, or a sync, brings the file.</source>
        <translation>Tudo o resto pode ser usado. Outra edição, ou uma sincronização, traz o arquivo.</translation>
    </message>
    <message>
        <source>The edition cannot be read any more</source>
        <translation>A edição já não pode ser lida</translation>
    </message>
    <message>
        <source>What was taken stays. Put the stick in and take it again: it goes on from there.</source>
        <translation>O que foi incorporado fica. Insira o pendrive e incorpore a edição de novo: continua a partir daí.</translation>
    </message>
    <message>
        <source>There is nothing at this place</source>
        <translation>Não há nada neste lugar</translation>
    </message>
    <message>
        <source>This computer carries as much for others as it may</source>
        <translation>Este computador já leva para outros tudo o que pode</translation>
    </message>
    <message>
        <source>Nothing more was taken. Sync, so that the hub gets it.</source>
        <translation>Nada mais foi recebido. Sincronize, para que chegue ao hub.</translation>
    </message>
    <message>
        <source>This computer has joined this hub already</source>
        <translation>Este computador já faz parte deste hub</translation>
    </message>
    <message>
        <source>This file is nothing that HubDesk carries</source>
        <translation>Este arquivo não é algo que o HubDesk leve</translation>
    </message>
    <message>
        <source>What somebody brought is of a sort that this version does not know</source>
        <translation>O que alguém trouxe é de um tipo que esta versão não conhece</translation>
    </message>
    <message>
        <source>A desk proposes what it may not</source>
        <translation>Um posto propõe o que não pode</translation>
    </message>
    <message>
        <source>A desk proposed something else under the same number before</source>
        <translation>Um posto já propôs outra coisa com o mesmo número</translation>
    </message>
    <message>
        <source>It was not taken in. That desk must sync once.</source>
        <translation>Não foi recebido. Esse posto precisa sincronizar uma vez.</translation>
    </message>
    <message>
        <source>Nothing is accepted, so there is nothing to sign</source>
        <translation>Nada foi aceito, por isso não há nada a assinar</translation>
    </message>
    <message>
        <source>What is accepted is too large to be carried</source>
        <translation>O que foi aceito é grande demais para ser levado</translation>
    </message>
    <message>
        <source>It stays accepted. Publish it over a line.</source>
        <translation>Continua aceito. Publique por uma conexão.</translation>
    </message>
    <message>
        <source>A publication that you signed may still be on its way to the hub</source>
        <translation>Uma publicação que você assinou talvez ainda esteja a caminho do hub</translation>
    </message>
    <message>
        <source>Make an edition: it goes with it.</source>
        <translation>Faça uma edição: a publicação segue com ela.</translation>
    </message>
    <message>
        <source>This is not the address of a relay</source>
        <translation>Isto não é o endereço de um retransmissor</translation>
    </message>
    <message>
        <source>Nothing was changed. Copy all of what the relay shows.</source>
        <translation>Nada foi alterado. Copie tudo o que o retransmissor mostra.</translation>
    </message>
    <message>
        <source>A relay cannot be reached at this place</source>
        <translation>Não se pode alcançar um retransmissor neste lugar</translation>
    </message>
    <message>
        <source>The relay takes too long</source>
        <translation>O retransmissor demora demais</translation>
    </message>
    <message>
        <source>Nothing is lost. The hub is asked itself.</source>
        <translation>Nada se perde. O próprio hub é consultado.</translation>
    </message>
    <message>
        <source>The file does not lie on this computer</source>
        <translation>O arquivo não está neste computador</translation>
    </message>
    <message>
        <source>Nothing was signed. Get it and try it first.</source>
        <translation>Nada foi assinado. Obtenha-o e experimente-o primeiro.</translation>
    </message>
    <message>
        <source>The file has no licence</source>
        <translation>O arquivo não tem licença</translation>
    </message>
    <message>
        <source>Nothing was signed. Say in the record under which one it may be passed on.</source>
        <translation>Nada foi assinado. Diga no registro sob qual licença ele pode ser repassado.</translation>
    </message>
    <message>
        <source>No list of software waits for a signature</source>
        <translation>Nenhuma lista de software espera uma assinatura</translation>
    </message>
    <message>
        <source>This desk may not vouch for software of this hub</source>
        <translation>Este posto não pode responder por software deste hub</translation>
    </message>
    <message>
        <source>Nothing was changed. Its coordinators and the Secretariat can.</source>
        <translation>Nada foi alterado. A coordenação do hub e o Secretariado podem.</translation>
    </message>
    <message>
        <source>No list of software names this file</source>
        <translation>Nenhuma lista de software cita este arquivo</translation>
    </message>
    <message>
        <source>The list is another one by now</source>
        <translation>A lista agora é outra</translation>
    </message>
    <message>
        <source>Nothing was signed. Look at it again first.</source>
        <translation>Nada foi assinado. Veja-a de novo primeiro.</translation>
    </message>
    <message>
        <source>Another list waits for a second signature</source>
        <translation>Outra lista espera uma segunda assinatura</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at that one and sign it first.</source>
        <translation>Nada foi alterado. Veja e assine essa primeiro.</translation>
    </message>
    <message>
        <source>The list of software is read by everybody, and this record is for members</source>
        <translation>A lista de software é lida por todos, e este registro é para membros</translation>
    </message>
    <message>
        <source>The hub did not take the list of software</source>
        <translation>O hub não aceitou a lista de software</translation>
    </message>
    <message>
        <source>It was dropped here. Offer the file again.</source>
        <translation>Ela foi descartada aqui. Ofereça o arquivo de novo.</translation>
    </message>
    <message>
        <source>There is too little room to erase what is to be erased</source>
        <translation>Há pouco espaço para eliminar o que deve ser eliminado</translation>
    </message>
    <message>
        <source>It takes {needed} for a moment, and {free} are free. Make room; it goes on by itself.</source>
        <translation>São necessários {needed} por um momento, e há {free} livres. Libere espaço; o resto segue automaticamente.</translation>
    </message>
    <message>
        <source>This record was erased already</source>
        <translation>Este registro já foi eliminado</translation>
    </message>
    <message>
        <source>Records of this kind hold no personal data</source>
        <translation>Os registros deste tipo não contêm dados pessoais</translation>
    </message>
    <message>
        <source>Nothing was changed. It can be withdrawn instead.</source>
        <translation>Nada foi alterado. Em vez disso, ele pode ser retirado.</translation>
    </message>
    <message>
        <source>This is no reason for erasing</source>
        <translation>Isto não é um motivo para eliminar</translation>
    </message>
    <message>
        <source>What arrived leaves out the words of a record, and no notice says why</source>
        <translation>Ao que chegou faltam as palavras de um registro, e nenhum aviso diz por quê</translation>
    </message>
    <message>
        <source>What arrived is signed, but its hub does not name it as the newest</source>
        <translation>O que chegou está assinado, mas o hub não o indica como o mais novo</translation>
    </message>
    <message>
        <source>What vouches for this is out of date</source>
        <translation>O que garante isto está vencido</translation>
    </message>
    <message>
        <source>Nothing was changed. Sync with the hub, then try again.</source>
        <translation>Nada foi alterado. Sincronize com o hub e tente de novo.</translation>
    </message>
    <message>
        <source>The key that signed this was withdrawn</source>
        <translation>A chave que assinou isto foi revogada</translation>
    </message>
    <message>
        <source>What is here stays. The hub’s next publication by another desk goes on.</source>
        <translation>O que está aqui fica. A próxima publicação do hub por outro posto continua daí.</translation>
    </message>
    <message>
        <source>The desk that this is by was revoked</source>
        <translation>O posto de onde isto vem foi revogado</translation>
    </message>
    <message>
        <source>It was not taken. What is on this computer was not changed.</source>
        <translation>Não foi aceito. O que está neste computador não foi alterado.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask whoever sent it for a new one.</source>
        <translation>Nada foi alterado. Peça um novo a quem o enviou.</translation>
    </message>
    <message>
        <source>Its files were left as they are. Ask your hub’s coordinator for help.</source>
        <translation>Os arquivos dele ficaram como estavam. Peça ajuda à coordenação do seu hub.</translation>
    </message>
    <message>
        <source>What is here can be read, but nothing can be sent.</source>
        <translation>O que está aqui pode ser lido, mas nada pode ser enviado.</translation>
    </message>
    <message>
        <source>What was saved before is safe. Free some space, then try again.</source>
        <translation>O que foi guardado antes está seguro. Libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>Nothing was changed. Keep one of the two, or write a sentence of your own.</source>
        <translation>Nada foi alterado. Mantenha uma das duas ou escreva a sua própria frase.</translation>
    </message>
    <message>
        <source>It may have been withdrawn, or come with the next sync.</source>
        <translation>Talvez tenha sido retirado, ou venha com a próxima sincronização.</translation>
    </message>
    <message>
        <source>Nothing was attached; the draft is as it was.</source>
        <translation>Nada foi anexado; o rascunho está como estava.</translation>
    </message>
    <message>
        <source>This could not be used as it was given</source>
        <translation>Isto não pôde ser usado como foi dado</translation>
    </message>
    <message>
        <source>Your role does not permit this</source>
        <translation>A sua função não permite isto</translation>
    </message>
    <message>
        <source>Nothing was changed. A coordinator of the hub can do it.</source>
        <translation>Nada foi alterado. A coordenação do hub pode fazê-lo.</translation>
    </message>
    <message>
        <source>A file of this program cannot be used</source>
        <translation>Um arquivo deste programa não pode ser usado</translation>
    </message>
    <message>
        <source>Nothing was changed. Install HubDesk again.</source>
        <translation>Nada foi alterado. Instale o HubDesk de novo.</translation>
    </message>
    <message>
        <source>The keys of this desk cannot be read</source>
        <translation>As chaves deste posto não podem ser lidas</translation>
    </message>
    <message>
        <source>This file is not on the list of files to come</source>
        <translation>Este arquivo não está na lista de arquivos a chegar</translation>
    </message>
    <message>
        <source>It may be here already, or was taken off the list.</source>
        <translation>Talvez já esteja aqui ou tenha sido tirado da lista.</translation>
    </message>
    <message>
        <source>This proposal is not open any more</source>
        <translation>Esta proposta já não está aberta</translation>
    </message>
    <message>
        <source>It was taken back, replaced or settled meanwhile.</source>
        <translation>Entretanto foi retomada, substituída ou resolvida.</translation>
    </message>
    <message>
        <source>HubDesk is already open with this catalogue</source>
        <translation>O HubDesk já está aberto com este catálogo</translation>
    </message>
    <message>
        <source>Close the other window, then start again. Nothing was changed.</source>
        <translation>Feche a outra janela e comece de novo. Nada foi alterado.</translation>
    </message>
    <message>
        <source>This catalogue was written by a newer HubDesk</source>
        <translation>Este catálogo foi escrito por um HubDesk mais novo</translation>
    </message>
    <message>
        <source>This version leaves it untouched. Install the newer version to open it.</source>
        <translation>Esta versão não o toca. Instale a versão mais nova para abri-lo.</translation>
    </message>
    <message>
        <source>The catalogue on this computer is damaged</source>
        <translation>O catálogo deste computador está danificado</translation>
    </message>
    <message>
        <source>HubDesk can bring the newest copy back, with what you wrote since. The damaged one is kept.</source>
        <translation>O HubDesk pode recuperar a cópia mais recente, com o que você escreveu desde então. O catálogo danificado é guardado.</translation>
    </message>
    <message>
        <source>The catalogue on this computer is missing</source>
        <translation>Falta o catálogo deste computador</translation>
    </message>
    <message>
        <source>Its copies are here, with what you wrote. The command “hubdesk backups restore” brings it back.</source>
        <translation>As cópias dele estão aqui, com o que você escreveu. O comando “hubdesk backups restore” o recupera.</translation>
    </message>
    <message>
        <source>The catalogue was closed meanwhile</source>
        <translation>Entretanto o catálogo foi fechado</translation>
    </message>
    <message>
        <source>What was saved before is safe. Start HubDesk again.</source>
        <translation>O que foi guardado antes está seguro. Inicie o HubDesk de novo.</translation>
    </message>
    <message>
        <source>Setting up this catalogue was interrupted</source>
        <translation>A criação deste catálogo foi interrompida</translation>
    </message>
    <message>
        <source>There is no catalogue in this folder</source>
        <translation>Não há catálogo nesta pasta</translation>
    </message>
    <message>
        <source>The keys of this desk are missing</source>
        <translation>Faltam as chaves deste posto</translation>
    </message>
    <message>
        <source>The keys of this desk are locked</source>
        <translation>As chaves deste posto estão bloqueadas</translation>
    </message>
    <message>
        <source>Unlock the keyring of this computer, then try again.</source>
        <translation>Desbloqueie o chaveiro deste computador e tente de novo.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>O disco está cheio</translation>
    </message>
    <message>
        <source>The disk refuses to read or write</source>
        <translation>O disco se recusa a ler ou escrever</translation>
    </message>
    <message>
        <source>What was saved before is safe. Look at the folder {path}.</source>
        <translation>O que foi guardado antes está seguro. Veja a pasta {path}.</translation>
    </message>
    <message>
        <source>The copy that is made before an upgrade could not be written</source>
        <translation>A cópia feita antes de atualizar não pôde ser escrita</translation>
    </message>
    <message>
        <source>The catalogue was not upgraded. Free some space, then start again.</source>
        <translation>O catálogo não foi atualizado. Libere espaço e comece de novo.</translation>
    </message>
    <message>
        <source>There is no room for today’s copy of the catalogue</source>
        <translation>Não há espaço para a cópia de hoje do catálogo</translation>
    </message>
    <message>
        <source>It needs {needed}, and {free} are free. The earlier copies stay.</source>
        <translation>São necessários {needed} e há {free} livres. As cópias anteriores ficam guardadas.</translation>
    </message>
    <message>
        <source>Something in the catalogue is not as it was written</source>
        <translation>Algo no catálogo não está como foi escrito</translation>
    </message>
    <message>
        <source>This copy was not kept. The earlier copies stay.</source>
        <translation>Esta cópia não foi guardada. As cópias anteriores continuam.</translation>
    </message>
    <message>
        <source>This copy of the catalogue is damaged</source>
        <translation>Esta cópia do catálogo está danificada</translation>
    </message>
    <message>
        <source>Nothing was changed. Use another one.</source>
        <translation>Nada foi alterado. Use outra.</translation>
    </message>
    <message>
        <source>There is no such copy of the catalogue</source>
        <translation>Não existe essa cópia do catálogo</translation>
    </message>
    <message>
        <source>There is no good copy of the catalogue</source>
        <translation>Não há nenhuma cópia boa do catálogo</translation>
    </message>
    <message>
        <source>Nothing was changed. What is published comes from the hub with a new invite.</source>
        <translation>Nada foi alterado. O que está publicado volta do hub com um novo convite.</translation>
    </message>
    <message>
        <source>The limit of this month, {cap}, is used up</source>
        <translation>O limite deste mês, {cap}, se esgotou</translation>
    </message>
    <message>
        <source>Nothing is lost; it goes on from {renews}. To go on now, raise it in the settings.</source>
        <translation>Nada se perde; continua em {renews}. Para continuar agora, aumente-o nos ajustes.</translation>
    </message>
    <message>
        <source>What is left of this month’s {cap} is kept for records</source>
        <translation>O que resta dos {cap} deste mês fica reservado para os registros</translation>
    </message>
    <message>
        <source>Files go on from {renews}. To go on now, raise the limit in the settings.</source>
        <translation>Os arquivos continuam em {renews}. Para continuar agora, aumente o limite nos ajustes.</translation>
    </message>
    <message>
        <source>Files come by themselves between {first} and {last} only</source>
        <translation>Os arquivos só chegam automaticamente entre {first} e {last}</translation>
    </message>
    <message>
        <source>What you ask for yourself comes at once.</source>
        <translation>O que você pede chega logo.</translation>
    </message>
    <message>
        <source>This link is paid by volume, so nothing comes by itself</source>
        <translation>Esta conexão é paga por volume: nada chega automaticamente</translation>
    </message>
    <message>
        <source>What you ask for yourself comes at once. The settings can allow the rest.</source>
        <translation>O que você pede chega logo. Os ajustes podem permitir o resto.</translation>
    </message>
    <message>
        <source>The list of files to come rests</source>
        <translation>A lista de arquivos a chegar está parada</translation>
    </message>
    <message>
        <source>It stays as it is. Choose in the settings which files may come.</source>
        <translation>Fica como está. Escolha nos ajustes quais arquivos podem chegar.</translation>
    </message>
    <message>
        <source>This limit cannot be set</source>
        <translation>Não é possível definir este limite</translation>
    </message>
    <message>
        <source>This limit is too small</source>
        <translation>Este limite é baixo demais</translation>
    </message>
    <message>
        <source>Nothing was changed. The least is {least}.</source>
        <translation>Nada foi alterado. O mínimo é {least}.</translation>
    </message>
    <message>
        <source>These hours cannot be used</source>
        <translation>Estas horas não podem ser usadas</translation>
    </message>
    <message>
        <source>Nothing was changed. Give two different times of the day.</source>
        <translation>Nada foi alterado. Indique duas horas diferentes.</translation>
    </message>
    <message>
        <source>The hub does not answer</source>
        <translation>O hub não responde</translation>
    </message>
    <message>
        <source>Everything on this computer stays usable. What waits is sent at the next sync.</source>
        <translation>Tudo neste computador continua disponível. O que espera segue na próxima sincronização.</translation>
    </message>
    <message>
        <source>The link went down</source>
        <translation>A conexão caiu</translation>
    </message>
    <message>
        <source>Nothing came over the link for a while</source>
        <translation>Nada chega pela conexão</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Parado por você</translation>
    </message>
    <message>
        <source>The server is not the one that the invite named</source>
        <translation>O servidor não é o que o convite cita</translation>
    </message>
    <message>
        <source>The answer is not one of a HubDesk server</source>
        <translation>A resposta não é de um servidor HubDesk</translation>
    </message>
    <message>
        <source>Nothing was changed. A proxy on the way may be answering instead.</source>
        <translation>Nada foi alterado. Talvez um proxy no caminho esteja respondendo.</translation>
    </message>
    <message>
        <source>This version cannot read what the other side sent</source>
        <translation>Esta versão não consegue ler o que o outro lado enviou</translation>
    </message>
    <message>
        <source>The server’s address cannot be used</source>
        <translation>O endereço do servidor não pode ser usado</translation>
    </message>
    <message>
        <source>The hub has too much to do</source>
        <translation>O hub está sobrecarregado</translation>
    </message>
    <message>
        <source>This desk has not joined a hub yet</source>
        <translation>Este posto ainda não faz parte de um hub</translation>
    </message>
    <message>
        <source>Join one with an invite; then this has a place to go.</source>
        <translation>Entre em um com um convite; então isto terá para onde ir.</translation>
    </message>
    <message>
        <source>This is not an invite that HubDesk can read</source>
        <translation>Este não é um convite que o HubDesk consiga ler</translation>
    </message>
    <message>
        <source>Copy the whole line as it was sent to you. Nothing was changed.</source>
        <translation>Copie a linha inteira como foi enviada a você. Nada foi alterado.</translation>
    </message>
    <message>
        <source>This invite was used already</source>
        <translation>Este convite já foi usado</translation>
    </message>
    <message>
        <source>This invite is too old</source>
        <translation>Este convite é antigo demais</translation>
    </message>
    <message>
        <source>The server does not know this invite</source>
        <translation>O servidor não conhece este convite</translation>
    </message>
    <message>
        <source>This invite is for another hub</source>
        <translation>Este convite é para outro hub</translation>
    </message>
    <message>
        <source>This desk belongs to another Centre already</source>
        <translation>Este posto já pertence a outro Centro</translation>
    </message>
    <message>
        <source>Nothing was changed. Use another profile for this invite.</source>
        <translation>Nada foi alterado. Use outro perfil para este convite.</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Esse arquivo não existe</translation>
    </message>
    <message>
        <source>This is not a file</source>
        <translation>Isto não é um arquivo</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>O arquivo não pode ser lido</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>O arquivo é grande demais</translation>
    </message>
    <message>
        <source>The file changed while it was read</source>
        <translation>O arquivo mudou durante a leitura</translation>
    </message>
    <message>
        <source>Nothing was attached. Close it in the other program, then try again.</source>
        <translation>Nada foi anexado. Feche-o no outro programa e tente de novo.</translation>
    </message>
    <message>
        <source>Records of this kind may not stand there</source>
        <translation>Os registros deste tipo não podem ficar ali</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another place for it.</source>
        <translation>Nada foi alterado. Escolha outro lugar.</translation>
    </message>
    <message>
        <source>This record is not on this computer</source>
        <translation>Este registro não está neste computador</translation>
    </message>
    <message>
        <source>This collection is not on this computer</source>
        <translation>Esta coleção não está neste computador</translation>
    </message>
    <message>
        <source>The record has no such file</source>
        <translation>O registro não tem esse arquivo</translation>
    </message>
    <message>
        <source>The record has more than one file</source>
        <translation>O registro tem mais de um arquivo</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose one of them.</source>
        <translation>Nada foi alterado. Escolha um deles.</translation>
    </message>
    <message>
        <source>There is no draft of this record</source>
        <translation>Não há rascunho deste registro</translation>
    </message>
    <message>
        <source>It may have been proposed or deleted meanwhile.</source>
        <translation>Talvez tenha sido proposto ou apagado entretanto.</translation>
    </message>
    <message>
        <source>Nothing of this record waits to be sent</source>
        <translation>Nada deste registro espera envio</translation>
    </message>
    <message>
        <source>It was settled or taken back meanwhile.</source>
        <translation>Entretanto foi resolvido ou retomado.</translation>
    </message>
    <message>
        <source>This version has no content to bring back</source>
        <translation>Esta versão não tem conteúdo para recuperar</translation>
    </message>
    <message>
        <source>This record was never published</source>
        <translation>Este registro nunca foi publicado</translation>
    </message>
    <message>
        <source>Nothing was changed. Delete its draft instead.</source>
        <translation>Nada foi alterado. Apague o rascunho dele.</translation>
    </message>
    <message>
        <source>The reason is missing</source>
        <translation>Falta o motivo</translation>
    </message>
    <message>
        <source>Nothing was changed. Say why; it stays in the history.</source>
        <translation>Nada foi alterado. Diga por quê; fica no histórico.</translation>
    </message>
    <message>
        <source>The comment is missing</source>
        <translation>Falta o comentário</translation>
    </message>
    <message>
        <source>Nothing was changed. Say why; the author reads it.</source>
        <translation>Nada foi alterado. Diga por quê; quem escreveu vai ler.</translation>
    </message>
    <message>
        <source>This is larger than a record may be</source>
        <translation>É maior do que um registro pode ser</translation>
    </message>
    <message>
        <source>What you wrote stays here. Shorten it, then try again.</source>
        <translation>O que você escreveu continua aqui. Encurte-o e tente de novo.</translation>
    </message>
    <message>
        <source>There is nothing left to decide here</source>
        <translation>Não resta nada a decidir aqui</translation>
    </message>
    <message>
        <source>It was decided meanwhile. Nothing was changed.</source>
        <translation>Foi decidido entretanto. Nada foi alterado.</translation>
    </message>
    <message>
        <source>This is not one of the choices</source>
        <translation>Não é uma das opções</translation>
    </message>
    <message>
        <source>What both sides say cannot be joined</source>
        <translation>Não é possível juntar o que os dois lados dizem</translation>
    </message>
    <message>
        <source>Decided like this, the record could not be proposed</source>
        <translation>Com esta decisão, o registro não poderia ser proposto</translation>
    </message>
    <message>
        <source>Nothing of this collection waits for you any more</source>
        <translation>Nada desta coleção espera mais por você</translation>
    </message>
    <message>
        <source>This earlier version is not on this computer</source>
        <translation>Esta versão anterior não está neste computador</translation>
    </message>
    <message>
        <source>It comes from the hub when there is a connection.</source>
        <translation>Vem do hub quando há conexão.</translation>
    </message>
    <message>
        <source>This desk does not coordinate that hub</source>
        <translation>Este posto não coordena esse hub</translation>
    </message>
    <message>
        <source>The newest version of this collection waits to be looked at</source>
        <translation>A última versão desta coleção espera que alguém a veja</translation>
    </message>
    <message>
        <source>It would withdraw many records. Take it first; what was accepted stays accepted.</source>
        <translation>Ela retiraria muitos registros. Aceite-a primeiro; o que foi aceito continua aceito.</translation>
    </message>
    <message>
        <source>This would withdraw a great part of the collection</source>
        <translation>Isto retiraria grande parte da coleção</translation>
    </message>
    <message>
        <source>Nothing was signed. If it is meant, publish again and type the number, {count}.</source>
        <translation>Nada foi assinado. Se for a intenção, publique de novo e digite o número, {count}.</translation>
    </message>
    <message>
        <source>Another program holds the catalogue</source>
        <translation>Outro programa está usando o catálogo</translation>
    </message>
    <message>
        <source>The hub’s answer could not be used</source>
        <translation>A resposta do hub não pôde ser usada</translation>
    </message>
    <message>
        <source>Nothing was changed on this computer. Try again later.</source>
        <translation>Nada foi alterado neste computador. Tente mais tarde.</translation>
    </message>
    <message>
        <source>This is not on this computer</source>
        <translation>Isto não está neste computador</translation>
    </message>
    <message>
        <source>The catalogue on this computer cannot be opened</source>
        <translation>O catálogo deste computador não pode ser aberto</translation>
    </message>
    <message>
        <source>The disk refused to save</source>
        <translation>O disco se recusou a guardar</translation>
    </message>
    <message>
        <source>Something went wrong that HubDesk did not foresee</source>
        <translation>Aconteceu algo que o HubDesk não previu</translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation>O que foi guardado antes está seguro.</translation>
    </message>
    <message>
        <source>Details: {code}</source>
        <translation>Detalhes: {code}</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>How this computer connects</source>
        <translation>Como este computador se conecta</translation>
    </message>
    <message>
        <source>This computer has joined no hub, so that nothing is sent or received.</source>
        <translation>Este computador não faz parte de nenhum hub, por isso nada é enviado nem recebido.</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>Entrar em um hub</translation>
    </message>
    <message>
        <source>Central server</source>
        <translation>Servidor central</translation>
    </message>
    <message>
        <source>For trials only: this address is not encrypted.</source>
        <translation>Só para testes: este endereço não é cifrado.</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Ainda não consultado</translation>
    </message>
    <message>
        <source>No answer {time}</source>
        <translation>Sem resposta: {time}</translation>
    </message>
    <message>
        <source>Link lost {time}</source>
        <translation>Conexão perdida: {time}</translation>
    </message>
    <message>
        <source>Refused the sync {time}</source>
        <translation>Recusou a sincronização: {time}</translation>
    </message>
    <message>
        <source>Answered {time}</source>
        <translation>Respondeu: {time}</translation>
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
        <translation>Cada escolha é guardada logo, só neste computador.</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Idioma e aparência</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>HubDesk speaks it from its next start.</source>
        <translation>O HubDesk vai usá-lo a partir do próximo início.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>In addition to the size that the system sets.</source>
        <translation>Além do tamanho definido pelo sistema.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>You and your work</source>
        <translation>Você e o seu trabalho</translation>
    </message>
    <message>
        <source>For example National Assembly of Zambia</source>
        <translation>Por exemplo, Assembleia Nacional da Zâmbia</translation>
    </message>
    <message>
        <source>Offered as the owner of what you write.</source>
        <translation>Oferecido como responsável pelo que você escreve.</translation>
    </message>
    <message>
        <source>Your parliament</source>
        <translation>O seu parlamento</translation>
    </message>
    <message>
        <source>Sync when HubDesk starts</source>
        <translation>Sincronizar ao iniciar o HubDesk</translation>
    </message>
    <message>
        <source>Otherwise it syncs only when you say so. Small changes take a few kilobytes.</source>
        <translation>Se não, só sincroniza quando você pede. Alterações pequenas ocupam poucos kilobytes.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este computador</translation>
    </message>
    <message>
        <source>Where everything lies</source>
        <translation>Onde está tudo</translation>
    </message>
    <message>
        <source>Copy the folder’s path</source>
        <translation>Copiar o caminho da pasta</translation>
    </message>
    <message>
        <source>The folder’s path was copied</source>
        <translation>O caminho da pasta foi copiado</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar pasta</translation>
    </message>
    <message>
        <source>Number of this desk</source>
        <translation>Número deste posto</translation>
    </message>
    <message>
        <source>Copy the desk’s number</source>
        <translation>Copiar o número do posto</translation>
    </message>
    <message>
        <source>The desk’s number was copied</source>
        <translation>O número do posto foi copiado</translation>
    </message>
    <message>
        <source>Copies of the catalogue</source>
        <translation>Cópias do catálogo</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Verificando</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>Fazer uma agora</translation>
    </message>
    <message>
        <source>Its private keys</source>
        <translation>As suas chaves privadas</translation>
    </message>
    <message>
        <source>About HubDesk</source>
        <translation>Sobre o HubDesk</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versão {number}</translation>
    </message>
    <message>
        <source>free software under the licence {licence}</source>
        <translation>software livre com a licença {licence}</translation>
    </message>
    <message>
        <source>Made for the IPU’s Centre for Innovation in Parliament. Anybody may use it, study it, change it and pass it on.</source>
        <translation>Feito para o Centro para a Inovação no Parlamento da UIP. Qualquer pessoa pode usá-lo, estudá-lo, alterá-lo e repassá-lo.</translation>
    </message>
    <message>
        <source>Show what it is built on, and the licences</source>
        <translation>Mostrar em que se baseia, e as licenças</translation>
    </message>
    <message>
        <source>Locked with a key that the system’s own keyring keeps</source>
        <translation>Bloqueadas com uma chave guardada no chaveiro do sistema</translation>
    </message>
    <message>
        <source>Locked with a passphrase</source>
        <translation>Bloqueadas com uma frase secreta</translation>
    </message>
    <message>
        <source>Only the rights of the file protect them</source>
        <translation>Só as permissões do arquivo as protegem</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não encontradas</translation>
    </message>
    <message>
        <source>This system keeps no secrets for programs. Lock the disk of this computer, and tell your coordinator when it is lost.</source>
        <translation>Este sistema não guarda segredos para os programas. Cifre o disco deste computador e avise a coordenação se ele se perder.</translation>
    </message>
    <message>
        <source>Without them nothing can be sent. Ask your coordinator for a new invite.</source>
        <translation>Sem elas nada pode ser enviado. Peça um novo convite à coordenação.</translation>
    </message>
    <message>
        <source>None yet; one is made each day on which something changed</source>
        <translation>Nenhuma ainda; uma é feita a cada dia em que algo muda</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept and verified, the last of {time}, {size}</source>
        <translation>
            <numerusform>%Ln guardada e verificada, de {time}, {size}</numerusform>
            <numerusform>%Ln guardadas e verificadas, a última de {time}, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Making one</source>
        <translation>Fazendo uma cópia</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>não informada</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>The form follows the record’s kind. Fields that your version of HubDesk does not know are kept unchanged.</source>
        <translation>O formulário segue o tipo de registro. Os campos que a sua versão do HubDesk não conhece são mantidos sem alterações.</translation>
    </message>
    <message>
        <source>Withdraw this record</source>
        <translation>Retirar este registro</translation>
    </message>
    <message>
        <source>Erase this record for everybody</source>
        <translation>Eliminar este registro para todos</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>O que vem depois</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>O que vem depois</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Versão publicada</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>O seu rascunho</translation>
    </message>
</context>
<context>
    <name>SideCell</name>
    <message>
        <source>Keep this</source>
        <translation>Manter esta</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Mantida</translation>
    </message>
</context>
<context>
    <name>SizeCard</name>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Todo o resto</translation>
    </message>
    <message>
        <source>of {size}</source>
        <translation>de {size}</translation>
    </message>
    <message>
        <source>Fits, {size} left</source>
        <translation>Cabe, restam {size}</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Grande demais</translation>
    </message>
</context>
<context>
    <name>SoftwareNote</name>
    <message>
        <source>Withdrawn: {reason}. Do not install it, and remove it where it is installed.</source>
        <translation>Retirado: {reason}. Não o instale, e remova-o de onde estiver instalado.</translation>
    </message>
    <message>
        <source>May be installed, as of {date}; the hub was not heard of since. Sync before you install it.</source>
        <translation>Pode ser instalado, com dados de {date}; desde então não se soube do hub. Sincronize antes de instalar.</translation>
    </message>
    <message>
        <source>May be installed: two people vouch for it</source>
        <translation>Pode ser instalado: duas pessoas respondem por ele</translation>
    </message>
    <message>
        <source>Do not install it yet: only one of two signatures is there</source>
        <translation>Não o instale ainda: só há uma de duas assinaturas</translation>
    </message>
    <message>
        <source>Do not install it: what vouched for it is out of date since {date}</source>
        <translation>Não o instale: o que o garantia está vencido desde {date}</translation>
    </message>
    <message>
        <source>Do not install it: nobody vouches for it any more</source>
        <translation>Não o instale: ninguém mais responde por ele</translation>
    </message>
    <message>
        <source>signed by {keys}</source>
        <translation>assinado por {keys}</translation>
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
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Tirar {name}</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rascunho</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>À espera de envio</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Neste computador</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Ainda não está aqui</translation>
    </message>
    <message numerus="yes">
        <source>%Ln needed to publish</source>
        <translation>
            <numerusform>%Ln necessário para publicar</numerusform>
            <numerusform>%Ln necessários para publicar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln ponto a resolver</numerusform>
            <numerusform>%Ln pontos a resolver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln sugestão</numerusform>
            <numerusform>%Ln sugestões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), {size}</source>
        <translation>
            <numerusform>%Ln arquivo, {size}</numerusform>
            <numerusform>%Ln arquivos, {size}</numerusform>
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
        <translation>Sincronização</translation>
    </message>
    <message>
        <source>Everything you already have stays usable while HubDesk syncs.</source>
        <translation>Tudo o que você já tem continua disponível enquanto o HubDesk sincroniza.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar</translation>
    </message>
    <message>
        <source>Sync now (Ctrl+R)</source>
        <translation>Sincronizar agora (Ctrl+R)</translation>
    </message>
    <message>
        <source>Pause all files</source>
        <translation>Pausar todos os arquivos</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Do not try again</source>
        <translation>Não tentar mais</translation>
    </message>
    <message>
        <source>Past syncs</source>
        <translation>Sincronizações anteriores</translation>
    </message>
    <message>
        <source>No sync yet.</source>
        <translation>Ainda não há sincronizações.</translation>
    </message>
    <message>
        <source>Join a hub first; then there is a server to sync with.</source>
        <translation>Entre primeiro em um hub; então haverá um servidor com o qual sincronizar.</translation>
    </message>
    <message>
        <source>Go on with all files</source>
        <translation>Continuar com todos os arquivos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) changed</source>
        <translation>
            <numerusform>%Ln registro alterado</numerusform>
            <numerusform>%Ln registros alterados</numerusform>
        </translation>
    </message>
    <message>
        <source>The sync has begun</source>
        <translation>A sincronização começou</translation>
    </message>
    <message>
        <source>Taken back: it is a draft again</source>
        <translation>Retomada: voltou a ser um rascunho</translation>
    </message>
</context>
<context>
    <name>SyncTable</name>
    <message>
        <source>Details: {code}</source>
        <translation>Detalhes: {code}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recebido</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duração</translation>
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
        <translation>Edição USB</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completa</translation>
    </message>
    <message>
        <source>Link lost, nothing lost</source>
        <translation>Conexão perdida, nada perdido</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sem resposta</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Parada por você</translation>
    </message>
    <message>
        <source>Not all could be used</source>
        <translation>Nem tudo pôde ser usado</translation>
    </message>
</context>
<context>
    <name>SyncWording</name>
    <message>
        <source>Asking the central server</source>
        <translation>Consultando o servidor central</translation>
    </message>
    <message>
        <source>Sending your changes</source>
        <translation>Enviando as suas alterações</translation>
    </message>
    <message>
        <source>Receiving {collection}</source>
        <translation>Recebendo {collection}</translation>
    </message>
    <message>
        <source>Checking the signatures of {collection}</source>
        <translation>Verificando as assinaturas: {collection}</translation>
    </message>
    <message>
        <source>Making {collection} searchable</source>
        <translation>Preparando a busca: {collection}</translation>
    </message>
    <message>
        <source>The link went down; waiting to try again</source>
        <translation>A conexão caiu; à espera de nova tentativa</translation>
    </message>
    <message>
        <source>Putting things away</source>
        <translation>Guardando tudo no lugar</translation>
    </message>
    <message>
        <source>Receiving records</source>
        <translation>Recebendo registros</translation>
    </message>
    <message>
        <source>Checking signatures</source>
        <translation>Verificando assinaturas</translation>
    </message>
    <message>
        <source>Making records searchable</source>
        <translation>Preparando a busca</translation>
    </message>
    <message>
        <source>again in {time}</source>
        <translation>nova tentativa em {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>restam {time}</translation>
    </message>
    <message>
        <source>{down} received, {up} sent</source>
        <translation>{down} recebidos, {up} enviados</translation>
    </message>
    <message>
        <source>You stopped the sync at {time}</source>
        <translation>Você parou a sincronização às {time}</translation>
    </message>
    <message>
        <source>The next sync goes on from there.</source>
        <translation>A próxima sincronização continua daí.</translation>
    </message>
    <message>
        <source>The link went down at {time}</source>
        <translation>A conexão caiu às {time}</translation>
    </message>
    <message>
        <source>The central server did not answer at {time}</source>
        <translation>O servidor central não respondeu às {time}</translation>
    </message>
    <message>
        <source>The rest follows by itself: HubDesk tries again at {time}.</source>
        <translation>O resto vem depois: o HubDesk tenta de novo às {time}.</translation>
    </message>
    <message>
        <source>{part} are safe on this computer.</source>
        <translation>{part} estão seguros neste computador.</translation>
    </message>
    <message>
        <source>Everything on this computer is safe, and your changes are kept until they are sent.</source>
        <translation>Tudo neste computador está seguro, e as suas alterações ficam guardadas até serem enviadas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) new or changed.</source>
        <translation>
            <numerusform>%Ln registro novo ou alterado.</numerusform>
            <numerusform>%Ln registros novos ou alterados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your changes reached the hub.</source>
        <translation>
            <numerusform>%Ln das suas alterações chegou ao hub.</numerusform>
            <numerusform>%Ln das suas alterações chegaram ao hub.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing new.</source>
        <translation>Não havia nada de novo.</translation>
    </message>
    <message>
        <source>Synced at {time}, with something to look at</source>
        <translation>Sincronizado às {time}, com algo a ver</translation>
    </message>
    <message>
        <source>Synced at {time}</source>
        <translation>Sincronizado às {time}</translation>
    </message>
    <message>
        <source>News of {collections} would withdraw many records; it waits for you below.</source>
        <translation>O que há de novo em {collections} retiraria muitos registros; espera por você mais abaixo.</translation>
    </message>
    <message>
        <source>This server does not give {collections} to this computer: stop following it on the hubs page.</source>
        <translation>Este servidor não dá {collections} a este computador: deixe de seguir na página de hubs.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of the answer did not match what was signed; thrown away, nothing here was changed.</source>
        <translation>
            <numerusform>%Ln parte da resposta não correspondia ao que foi assinado; foi descartada e nada aqui foi alterado.</numerusform>
            <numerusform>%Ln partes da resposta não correspondiam ao que foi assinado; foram descartadas e nada aqui foi alterado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details: {code}</source>
        <translation>Detalhes: {code}</translation>
    </message>
    <message>
        <source>The server had lost news of {collections}; this computer brought it back.</source>
        <translation>O servidor tinha perdido novidades de {collections}; este computador as devolveu.</translation>
    </message>
    <message>
        <source>The server holds less of {collections} than this computer; nothing here was changed.</source>
        <translation>O servidor tem menos de {collections} que este computador; nada aqui foi alterado.</translation>
    </message>
</context>
<context>
    <name>TimesCard</name>
    <message>
        <source>The same over a network</source>
        <translation>O mesmo por uma rede</translation>
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
        <translation>A enviar</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln arquivo</numerusform>
            <numerusform>%Ln arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>About {time} at {speed}</source>
        <translation>Cerca de {time} a {speed}</translation>
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
        <translation>Buscar no catálogo</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Novo registro</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Busca</translation>
    </message>
</context>
<context>
    <name>Vouching</name>
    <message>
        <source>Signed {date}, checked on this computer</source>
        <translation>Assinado em {date}, verificado neste computador</translation>
    </message>
    <message>
        <source>Signed {date}, checked on this computer; as of {as_of}</source>
        <translation>Assinado em {date}, verificado neste computador; dados de {as_of}</translation>
    </message>
    <message>
        <source>Signed {date}; the signature is out of date since {expires}</source>
        <translation>Assinado em {date}; a assinatura está vencida desde {expires}</translation>
    </message>
    <message>
        <source>Signed {date} with a key that was withdrawn since; the last good state is shown</source>
        <translation>Assinado em {date} com uma chave revogada depois; é mostrado o último estado bom</translation>
    </message>
    <message>
        <source>The hub signed two different states; nothing newer is taken until people have found out why</source>
        <translation>O hub assinou dois estados diferentes; nada mais novo é aceito até que se descubra por quê</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Não verificado</translation>
    </message>
    <message>
        <source>Its key ends on {expires}; the hub’s coordinators should renew it.</source>
        <translation>A chave vence em {expires}; a coordenação do hub deve renová-la.</translation>
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
        <translation>Sem título</translation>
    </message>
    <message>
        <source>proposed {time}</source>
        <translation>proposto {time}</translation>
    </message>
    <message numerus="yes">
        <source>{size} and %Ln file(s)</source>
        <translation>
            <numerusform>{size} e %Ln arquivo</numerusform>
            <numerusform>{size} e %Ln arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>A sua decisão</translation>
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
        <translation>Recusado</translation>
    </message>
    <message>
        <source>Accepted, not published yet</source>
        <translation>Aceito, ainda não publicado</translation>
    </message>
    <message>
        <source>With the coordinators</source>
        <translation>Com a coordenação</translation>
    </message>
    <message>
        <source>Withdrawal, to be sent</source>
        <translation>Retirada, a enviar</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>A enviar</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Write one and press Enter</source>
        <translation>Escreva uma e tecle Enter</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Tirar {name}</translation>
    </message>
</context>
<context>
    <name>YesNo</name>
    <message>
        <source>Yes</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Não informado</translation>
    </message>
</context>
<context>
    <name>_Section</name>
    <message>
        <source>Nothing to choose yet</source>
        <translation>Ainda não há nada a escolher</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>mais %n</numerusform>
            <numerusform>mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <translation>aberto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fechado</translation>
    </message>
</context>
</TS>
