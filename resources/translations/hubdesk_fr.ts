<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Attention</name>
    <message>
        <source>{hub} signed two different states</source>
        <translation>{hub} a signé deux états différents</translation>
    </message>
    <message>
        <source>What is here stays as it is, and nothing newer is taken until people have found out why. Tell the hub and the Secretariat, by telephone if you can.</source>
        <translation>Ce qui est ici reste tel quel, et rien de plus récent n’est pris tant que l’on ne sait pas pourquoi. Prévenez le pôle et le Secrétariat, par téléphone si possible.</translation>
    </message>
    <message>
        <source>The key that signed for {hub} was withdrawn</source>
        <translation>La clé qui signait pour {hub} a été retirée</translation>
    </message>
    <message>
        <source>The last good state is shown. The next publication by another desk of the hub goes on from there.</source>
        <translation>Le dernier état sûr est affiché. La prochaine publication d’un autre poste du pôle reprendra là.</translation>
    </message>
    <message>
        <source>The signature of {hub} is out of date since {date}</source>
        <translation>{hub}&#xa0;: signature périmée depuis le {date}</translation>
    </message>
    <message>
        <source>Everything can be read. No software of it should be installed before its coordinators renew it.</source>
        <translation>Tout peut être lu. N’installez aucun de ses logiciels avant que ses coordinateurs la renouvellent.</translation>
    </message>
    <message>
        <source>The signature of {hub} ends on {date}</source>
        <translation>{hub}&#xa0;: la signature prend fin le {date}</translation>
    </message>
    <message>
        <source>Its coordinators renew it with their next publication.</source>
        <translation>Ses coordinateurs la renouvellent à leur prochaine publication.</translation>
    </message>
    <message>
        <source>Do not install {name}: it was withdrawn</source>
        <translation>N’installez pas {name}&#xa0;: ce logiciel a été retiré</translation>
    </message>
    <message>
        <source>Reason: {reason}. Remove it where it is installed; its copy here stays until you delete it.</source>
        <translation>Motif&#xa0;: {reason}. Désinstallez-le là où il est installé&#xa0;; sa copie reste ici jusqu’à ce que vous la supprimiez.</translation>
    </message>
    <message numerus="yes">
        <source>{collection} would withdraw %Ln record(s)</source>
        <translation>
            <numerusform>{collection} retirerait %Ln fiche</numerusform>
            <numerusform>{collection} retirerait %Ln fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>That is much of the {records} that are here, so nothing was changed yet. Among them: {titles}. Ask the hub&apos;s coordinator if this surprises you. What is withdrawn stays in the bin for 90 days.</source>
        <translation>C’est beaucoup par rapport aux {records} qui sont ici&#xa0;: rien n’a donc encore été modifié. Entre autres&#xa0;: {titles}. Demandez à la coordination du pôle si cela vous surprend. Ce qui est retiré reste 90 jours dans la corbeille.</translation>
    </message>
    <message>
        <source>Withdraw them here too</source>
        <translation>Les retirer ici aussi</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) changed here and at the hub in the same place</source>
        <translation>
            <numerusform>%Ln fiche modifiée ici et au pôle au même endroit</numerusform>
            <numerusform>%Ln fiches modifiées ici et au pôle au même endroit</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost. Choose what to keep when you have time.</source>
        <translation>Rien n’est perdu. Choisissez quoi garder quand vous aurez le temps.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
</context>
<context>
    <name>BinnedEntry</name>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>withdrawn {time}</source>
        <translation>retirée {time}</translation>
    </message>
    <message numerus="yes">
        <source>kept %Ln more day(s)</source>
        <translation>
            <numerusform>gardée encore %Ln jour</numerusform>
            <numerusform>gardée encore %Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Propose it anew</source>
        <translation>Proposer à nouveau</translation>
    </message>
</context>
<context>
    <name>Brand</name>
    <message>
        <source>What parliaments know, on this computer.</source>
        <translation>Le savoir des parlements, sur cet ordinateur.</translation>
    </message>
    <message>
        <source>HubDesk keeps the shared catalogue here, so it works without a network. You decide when it sends or receives.</source>
        <translation>HubDesk garde ici le catalogue commun&#xa0;: il fonctionne sans réseau. Vous décidez quand il envoie ou reçoit.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer unless you propose it.</source>
        <translation>Rien ne quitte cet ordinateur sans que vous le proposiez.</translation>
    </message>
</context>
<context>
    <name>CarriedPage</name>
    <message>
        <source>Requests, proposals and answers of desks that have no network.</source>
        <translation>Demandes, propositions et réponses de postes qui n’ont pas de réseau.</translation>
    </message>
    <message>
        <source>Carried for others</source>
        <translation>Transporté pour d’autres</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Write files for others</source>
        <translation>Écrire des fichiers pour d’autres</translation>
    </message>
    <message>
        <source>Take files in</source>
        <translation>Prendre des fichiers</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Le prendre</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Take this file in?</source>
        <translation>Prendre ce fichier&#xa0;?</translation>
    </message>
    <message>
        <source>{file}: it is checked, and passed on to the hub at the next sync where it is for it.</source>
        <translation>{file}&#xa0;: il est vérifié et, s’il est pour le pôle, lui est transmis à la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>Nothing is carried. What others bring on a stick or in a mail appears here.</source>
        <translation>Rien n’est transporté. Ce que d’autres apportent sur une clé USB ou dans un courriel apparaît ici.</translation>
    </message>
    <message>
        <source>A request to join, of desk {id}</source>
        <translation>Une demande d’adhésion du poste {id}</translation>
    </message>
    <message>
        <source>Proposals of desk {id}</source>
        <translation>Des propositions du poste {id}</translation>
    </message>
    <message>
        <source>A signed publication of desk {id}</source>
        <translation>Une publication signée du poste {id}</translation>
    </message>
    <message>
        <source>Answers for desk {id}</source>
        <translation>Des réponses pour le poste {id}</translation>
    </message>
    <message>
        <source>An admission for desk {id}</source>
        <translation>Une admission pour le poste {id}</translation>
    </message>
    <message>
        <source>Something for desk {id}</source>
        <translation>Quelque chose pour le poste {id}</translation>
    </message>
    <message>
        <source>{size}, here since {time}</source>
        <translation>{size}, arrivée&#xa0;: {time}</translation>
    </message>
    <message>
        <source>The hub refused it</source>
        <translation>Refusé par le pôle</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>Waits for the next sync or edition</source>
        <translation>Attend la prochaine synchronisation ou édition</translation>
    </message>
    <message>
        <source>What desks carry (*.hubdesk)</source>
        <translation>Ce que les postes transportent (*.hubdesk)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) taken in</source>
        <translation>
            <numerusform>%Ln fichier pris</numerusform>
            <numerusform>%Ln fichiers pris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for this computer.</source>
        <translation>
            <numerusform>%Ln pour cet ordinateur.</numerusform>
            <numerusform>%Ln pour cet ordinateur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln carried on.</source>
        <translation>
            <numerusform>%Ln à transporter plus loin.</numerusform>
            <numerusform>%Ln à transporter plus loin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already.</source>
        <translation>
            <numerusform>%Ln déjà connu.</numerusform>
            <numerusform>%Ln déjà connus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the files are written</source>
        <translation>Où les fichiers sont écrits</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln fichier écrit</numerusform>
            <numerusform>%Ln fichiers écrits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for members alone stay here: they travel in a sealed edition.</source>
        <translation>
            <numerusform>%Ln réservé aux membres reste ici&#xa0;: il voyage dans une édition scellée.</numerusform>
            <numerusform>%Ln réservés aux membres restent ici&#xa0;: ils voyagent dans une édition scellée.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoicesCard</name>
    <message>
        <source>What goes in</source>
        <translation>Ce qui y entre</translation>
    </message>
    <message>
        <source>Records always go whole, so that whoever opens the edition can search everything.</source>
        <translation>Les fiches y vont toujours en entier&#xa0;: qui ouvre l’édition peut tout chercher.</translation>
    </message>
    <message>
        <source>Files that are on this computer:</source>
        <translation>Les fichiers qui sont sur cet ordinateur&#xa0;:</translation>
    </message>
    <message>
        <source>Of records changed</source>
        <translation>Fiches modifiées</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>The whole edition at most</source>
        <translation>Taille maximale de l’édition</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>À tout moment</translation>
    </message>
    <message numerus="yes">
        <source>In the last %n day(s)</source>
        <translation>
            <numerusform>Depuis %n jour</numerusform>
            <numerusform>Ces %n derniers jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Toute taille</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>Jusqu’à {size}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln fiche</numerusform>
            <numerusform>%Ln fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
</context>
<context>
    <name>ClashTable</name>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>What both began with</source>
        <translation>Le point de départ</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>La mienne</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>La leur</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What will be saved</source>
        <translation>Ce qui sera enregistré</translation>
    </message>
    <message>
        <source>Published or accepted</source>
        <translation>Publiée ou acceptée</translation>
    </message>
    <message>
        <source>You, this computer</source>
        <translation>Vous, cet ordinateur</translation>
    </message>
    <message>
        <source>Proposed to your hub</source>
        <translation>Proposée à votre pôle</translation>
    </message>
    <message>
        <source>Published by the hub</source>
        <translation>Publiée par le pôle</translation>
    </message>
    <message>
        <source>Only you changed it</source>
        <translation>Modifié par vous seul</translation>
    </message>
    <message>
        <source>Only they changed it</source>
        <translation>Modifié par eux seuls</translation>
    </message>
    <message>
        <source>Both changed it; joined</source>
        <translation>Modifié des deux côtés&#xa0;; réuni</translation>
    </message>
    <message>
        <source>Both changed it alike</source>
        <translation>Modifié pareillement des deux côtés</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <translation>À vous de décider</translation>
    </message>
    <message>
        <source>Decided by you</source>
        <translation>Décidé par vous</translation>
    </message>
    <message>
        <source>Choose one, or both.</source>
        <translation>Choisissez l’une, ou les deux.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Choisissez-en une.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
</context>
<context>
    <name>ClashesPage</name>
    <message>
        <source>Two people changed the same record</source>
        <translation>Deux personnes ont modifié la même fiche</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>{title}. Nothing is lost: what is saved is up to you.</source>
        <translation>{title}. Rien n’est perdu&#xa0;: vous décidez de ce qui est enregistré.</translation>
    </message>
    <message>
        <source>Nothing waits for your decision here</source>
        <translation>Rien n’attend ici votre décision</translation>
    </message>
    <message>
        <source>What two people changed in different places is joined by itself.</source>
        <translation>Ce que deux personnes ont modifié à des endroits différents se réunit de soi-même.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>{field}: decided</source>
        <translation>{field}&#xa0;: décidé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) saved</source>
        <translation>
            <numerusform>%Ln décision enregistrée</numerusform>
            <numerusform>%Ln décisions enregistrées</numerusform>
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
        <translation>public</translation>
    </message>
    <message>
        <source>members only</source>
        <translation>membres seulement</translation>
    </message>
</context>
<context>
    <name>CollectionState</name>
    <message>
        <source>as of {time}</source>
        <translation>état&#xa0;: {time}</translation>
    </message>
    <message>
        <source>First copy: {percent} here</source>
        <translation>Première copie&#xa0;: {percent} ici</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Encore rien ici</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln fiche</numerusform>
            <numerusform>%Ln fiches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionsCard</name>
    <message>
        <source>Followed on this computer</source>
        <translation>Suivi sur cet ordinateur</translation>
    </message>
    <message>
        <source>Choose what to follow</source>
        <translation>Choisir quoi suivre</translation>
    </message>
    <message>
        <source>No collection is followed. The catalogue holds only what is written here.</source>
        <translation>Aucune collection n’est suivie. Le catalogue ne contient que ce qui est écrit ici.</translation>
    </message>
</context>
<context>
    <name>CollectionsPart</name>
    <message>
        <source>Its collections</source>
        <translation>Ses collections</translation>
    </message>
    <message>
        <source>Tick what you follow</source>
        <translation>Cochez ce que vous suivez</translation>
    </message>
    <message>
        <source>Nothing of this hub is on this computer, and no server is known to have it.</source>
        <translation>Rien de ce pôle n’est sur cet ordinateur, et aucun serveur n’est connu pour l’avoir.</translation>
    </message>
    <message>
        <source>Follow: {readers}</source>
        <translation>Suivre&#xa0;: {readers}</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>Signed with key {key}, checked on this computer</source>
        <translation>Signé avec la clé {key}, vérifié sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Name or office</source>
        <translation>Nom ou service</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Adresse électronique</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
</context>
<context>
    <name>ContentsCard</name>
    <message>
        <source>What it will hold</source>
        <translation>Ce qu’elle contiendra</translation>
    </message>
    <message numerus="yes">
        <source>Catalogue, all %Ln record(s)</source>
        <translation>
            <numerusform>Catalogue, %Ln fiche en tout</numerusform>
            <numerusform>Catalogue, les %Ln fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>Always included: everything can be searched</source>
        <translation>Toujours compris&#xa0;: tout peut être cherché</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) chosen</source>
        <translation>
            <numerusform>%Ln fichier choisi</numerusform>
            <numerusform>%Ln fichiers choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>{chosen} of {all}</source>
        <translation>{chosen} sur {all}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay out</source>
        <translation>
            <numerusform>%Ln fichier n’y entre pas</numerusform>
            <numerusform>%Ln fichiers n’y entrent pas</numerusform>
        </translation>
    </message>
    <message>
        <source>its record says that it may not be passed on</source>
        <translation>sa fiche dit qu’il ne peut pas être transmis</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>damaged on this computer</source>
        <translation>endommagé sur cet ordinateur</translation>
    </message>
    <message>
        <source>would not fit</source>
        <translation>n’aurait pas la place</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>laissé de côté par vous</translation>
    </message>
    <message>
        <source>its record was written earlier</source>
        <translation>sa fiche a été écrite avant</translation>
    </message>
    <message>
        <source>its record is of another kind</source>
        <translation>sa fiche est d’un autre type</translation>
    </message>
    <message>
        <source>its record is in another language</source>
        <translation>sa fiche est dans une autre langue</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>pas demandé</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>L’inclure</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln de plus</numerusform>
            <numerusform>et %Ln de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoordinatorsPart</name>
    <message>
        <source>Who coordinates</source>
        <translation>Qui coordonne</translation>
    </message>
    <message>
        <source>No admission of a coordinator is on this computer.</source>
        <translation>Aucune admission de coordinateur ne se trouve sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Desk {key}</source>
        <translation>Poste {key}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>depuis {date}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>Year, month or day</source>
        <translation>Année, mois ou jour</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>There is nothing to propose: nothing was changed.</source>
        <translation>Il n’y a rien à proposer&#xa0;: rien n’a été modifié.</translation>
    </message>
    <message>
        <source>It was never published, so nothing of it remains. This cannot be undone.</source>
        <translation>Il n’a jamais été publié&#xa0;: il n’en restera rien. Cela ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>What is published stays as it is. What you changed is lost; this cannot be undone.</source>
        <translation>Ce qui est publié reste tel quel. Vos modifications seront perdues&#xa0;; cela ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>Delete this draft?</source>
        <translation>Supprimer ce brouillon&#xa0;?</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Supprimer le brouillon</translation>
    </message>
    <message>
        <source>A withdrawal is proposed like any change. Once it is published, searches no longer show the record; its history stays.</source>
        <translation>Un retrait se propose comme toute modification. Une fois publié, les recherches ne montrent plus la fiche&#xa0;; son historique reste.</translation>
    </message>
    <message>
        <source>Withdraw this record?</source>
        <translation>Retirer cette fiche&#xa0;?</translation>
    </message>
    <message>
        <source>Write the withdrawal</source>
        <translation>Rédiger le retrait</translation>
    </message>
    <message>
        <source>Why, in a sentence that everyone may read</source>
        <translation>Pourquoi, en une phrase que tout le monde peut lire</translation>
    </message>
    <message>
        <source>The version of {time} is in the form now</source>
        <translation>Le formulaire contient maintenant la version&#xa0;: {time}</translation>
    </message>
    <message>
        <source>It is a draft like any other until you propose it.</source>
        <translation>C’est un brouillon comme un autre tant que vous ne le proposez pas.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Also noted</source>
        <translation>Également noté</translation>
    </message>
    <message>
        <source>A record that is not on this computer</source>
        <translation>Une fiche qui n’est pas sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>The chosen record</source>
        <translation>La fiche choisie</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>Retour aux résultats</translation>
    </message>
    <message>
        <source>The original ({language}) has changed since this was translated.</source>
        <translation>L’original ({language}) a changé depuis cette traduction.</translation>
    </message>
    <message>
        <source>Its content was deleted here and everywhere that this was heard of. Its place stays.</source>
        <translation>Son contenu a été supprimé ici et partout où la nouvelle est parvenue. Sa place reste.</translation>
    </message>
    <message>
        <source>This record was erased</source>
        <translation>Cette fiche a été effacée</translation>
    </message>
    <message>
        <source>This record was withdrawn</source>
        <translation>Cette fiche a été retirée</translation>
    </message>
    <message>
        <source>The Secretariat withdrew this record</source>
        <translation>Le Secrétariat a retiré cette fiche</translation>
    </message>
    <message>
        <source>A draft on this computer; nobody else sees it</source>
        <translation>Un brouillon sur cet ordinateur&#xa0;; personne d’autre ne le voit</translation>
    </message>
    <message>
        <source>Waits to be sent; the hub has not signed it yet</source>
        <translation>En attente d’envoi&#xa0;; le pôle ne l’a pas encore signée</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non vérifiée</translation>
    </message>
    <message>
        <source>Shown in {language}: there is no text in your language yet.</source>
        <translation>Affichée en {language}&#xa0;: il n’y a pas encore de texte dans votre langue.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>{size} to come</source>
        <translation>{size} à venir</translation>
    </message>
    <message>
        <source>Get the files, {size}</source>
        <translation>Récupérer les fichiers, {size}</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer à écrire</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Suggest a change</source>
        <translation>Proposer une modification</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Fetch before all others: {name}</source>
        <translation>Récupérer avant tous les autres&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Pause: {name}</source>
        <translation>Mettre en pause&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Go on with: {name}</source>
        <translation>Reprendre&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Take off the list: {name}</source>
        <translation>Enlever de la liste&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>mis en pause par vous</translation>
    </message>
    <message>
        <source>every piece checked</source>
        <translation>chaque morceau vérifié</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Get the files	Space</source>
        <translation>Récupérer les fichiers	Espace</translation>
    </message>
    <message>
        <source>Copy the record’s identifier</source>
        <translation>Copier l’identifiant de la fiche</translation>
    </message>
    <message>
        <source>This address lies outside HubDesk</source>
        <translation>Cette adresse est en dehors de HubDesk</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>mis en pause par vous</translation>
    </message>
    <message>
        <source>{name} is on this computer</source>
        <translation>{name} est sur cet ordinateur</translation>
    </message>
    <message>
        <source>Save a copy of {name}</source>
        <translation>Enregistrer une copie de {name}</translation>
    </message>
    <message>
        <source>A copy was saved and checked</source>
        <translation>Une copie a été enregistrée et vérifiée</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
</context>
<context>
    <name>DownloadsCard</name>
    <message>
        <source>Files to come</source>
        <translation>Fichiers à venir</translation>
    </message>
    <message>
        <source>Nothing is on its way. Files that you ask for appear here until they are whole.</source>
        <translation>Rien n’est en route. Les fichiers que vous demandez apparaissent ici jusqu’à ce qu’ils soient entiers.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>En montrer %Ln de plus</numerusform>
            <numerusform>En montrer %Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} to come</source>
        <translation>{size} à venir</translation>
    </message>
    <message>
        <source>about {time} at this speed</source>
        <translation>environ {time} à cette vitesse</translation>
    </message>
</context>
<context>
    <name>DraftEntry</name>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>enregistré {time}</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>À vous de décider</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Retrait</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln point à régler</numerusform>
            <numerusform>%Ln points à régler</numerusform>
        </translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Ready to propose</source>
        <translation>Prêt à proposer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Proposer</translation>
    </message>
</context>
<context>
    <name>EditionPage</name>
    <message>
        <source>Make an edition</source>
        <translation>Faire une édition</translation>
    </message>
    <message>
        <source>Records and files on a stick, a disk or in a mail, for those whom no line reaches.</source>
        <translation>Des fiches et des fichiers sur une clé USB, un disque ou dans un courriel, pour ceux qu’aucune liaison n’atteint.</translation>
    </message>
    <message>
        <source>Open an edition</source>
        <translation>Ouvrir une édition</translation>
    </message>
    <message>
        <source>Carried for others</source>
        <translation>Transporté pour d’autres</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation>Choisir où</translation>
    </message>
    <message>
        <source>Write and check</source>
        <translation>Écrire et vérifier</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Where the edition is written</source>
        <translation>Où l’édition est écrite</translation>
    </message>
    <message>
        <source>Not chosen yet where it is written</source>
        <translation>Emplacement pas encore choisi</translation>
    </message>
    <message>
        <source>A stick, a folder on a disk, or one file for a mail</source>
        <translation>Une clé USB, un dossier sur un disque, ou un fichier pour un courriel</translation>
    </message>
    <message>
        <source>{size} free. What else lies there is left alone.</source>
        <translation>{size} libres. Le reste du contenu n’est pas touché.</translation>
    </message>
    <message>
        <source>Writing the edition</source>
        <translation>Écriture de l’édition</translation>
    </message>
    <message>
        <source>The edition is written and was checked</source>
        <translation>L’édition est écrite et vérifiée</translation>
    </message>
    <message>
        <source>{files}, {size} in all. It can be opened with a double-click or by HubDesk.</source>
        <translation>{files}, {size} en tout. Elle s’ouvre par un double-clic ou avec HubDesk.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing was stopped</source>
        <translation>L’écriture a été arrêtée</translation>
    </message>
    <message>
        <source>An earlier edition in that place is as it was. Nothing else was changed.</source>
        <translation>Une édition précédente à cet endroit est restée telle quelle. Rien d’autre n’a été modifié.</translation>
    </message>
    <message>
        <source>Editions and their parts (bagit.txt *.zip *.age *.part)</source>
        <translation>Éditions et leurs parties (bagit.txt *.zip *.age *.part)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>For which hub</source>
        <translation>Pour quel pôle</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation>Aucune fiche n’est ouverte</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>New record: {kind}</source>
        <translation>Nouvelle fiche&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>{kind} without a title</source>
        <translation>{kind} sans titre</translation>
    </message>
    <message>
        <source>members only</source>
        <translation>membres seulement</translation>
    </message>
    <message>
        <source>Nothing is changed yet. What you change becomes a draft; what is published stays.</source>
        <translation>Rien n’est encore modifié. Ce que vous modifiez devient un brouillon&#xa0;; ce qui est publié reste.</translation>
    </message>
    <message>
        <source>This came back with a comment</source>
        <translation>Ceci est revenu avec un commentaire</translation>
    </message>
    <message>
        <source>This draft withdraws the record</source>
        <translation>Ce brouillon retire la fiche</translation>
    </message>
    <message>
        <source>This record was withdrawn</source>
        <translation>Cette fiche a été retirée</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motif&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>A change to this record waits in the outbox</source>
        <translation>Une modification de cette fiche attend dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>What you change now replaces it when you propose again.</source>
        <translation>Ce que vous modifiez maintenant la remplacera quand vous proposerez de nouveau.</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Retour au formulaire</translation>
    </message>
    <message>
        <source>Proposed. It waits in the outbox until the next sync.</source>
        <translation>Proposé. Cela attend dans la boîte d’envoi jusqu’à la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>Accepted: the next publication of {hub} erases it for everybody.</source>
        <translation>Accepté&#xa0;: la prochaine publication l’efface pour tous. Pôle&#xa0;: {hub}.</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message numerus="yes">
        <source>%Ln field(s) changed here and at the hub. Nothing is lost; choose what to keep.</source>
        <translation>
            <numerusform>%Ln champ modifié ici et au pôle. Rien n’est perdu&#xa0;; choisissez quoi garder.</numerusform>
            <numerusform>%Ln champs modifiés ici et au pôle. Rien n’est perdu&#xa0;; choisissez quoi garder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase “{title}”?</source>
        <translation>Effacer «&#xa0;{title}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>With your next publication every desk and the server delete it with its whole history, its files and every copy of them, as soon as they hear of it. This cannot be undone.</source>
        <translation>Avec votre prochaine publication, chaque poste et le serveur la suppriment dès qu’ils l’apprennent, avec tout son historique, ses fichiers et toutes leurs copies. Cela ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>Never reached: desks without contact, sticks, mails, paper, files saved elsewhere and copies that the server’s administrators keep. Only the kind, the reason and the date remain.</source>
        <translation>Jamais atteints&#xa0;: les postes sans contact, les clés USB, les courriels, le papier, les fichiers enregistrés ailleurs et les copies que gardent les administrateurs du serveur. Il ne reste que le type, le motif et la date.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Choisir un motif</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Erase it for everybody</source>
        <translation>L’effacer pour tous</translation>
    </message>
</context>
<context>
    <name>FacetPane</name>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
</context>
<context>
    <name>FailurePanel</name>
    <message>
        <source>Save now</source>
        <translation>Enregistrer maintenant</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Quitter sans enregistrer</translation>
    </message>
    <message>
        <source>What you typed last is still being saved</source>
        <translation>Votre dernière saisie est en cours d’enregistrement</translation>
    </message>
    <message>
        <source>HubDesk waited some seconds. Stay until the draft is saved, or try again.</source>
        <translation>HubDesk a attendu quelques secondes. Restez jusqu’à ce que le brouillon soit enregistré, ou réessayez.</translation>
    </message>
    <message>
        <source>What you typed is in this window only. HubDesk tries again every few seconds. {why} {then}</source>
        <translation>Votre saisie n’existe que dans cette fenêtre. HubDesk réessaie toutes les quelques secondes. {why} {then}</translation>
    </message>
    <message>
        <source>The draft could not be saved</source>
        <translation>Le brouillon n’a pas pu être enregistré</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>seen by members only</source>
        <translation>visible des membres seulement</translation>
    </message>
    <message>
        <source>needed to publish</source>
        <translation>nécessaire pour publier</translation>
    </message>
    <message>
        <source>better with it</source>
        <translation>utile à donner</translation>
    </message>
    <message>
        <source>{count} of {limit} characters</source>
        <translation>{count} caractères sur {limit}</translation>
    </message>
</context>
<context>
    <name>FileEntry</name>
    <message>
        <source>Take away {name}</source>
        <translation>Enlever {name}</translation>
    </message>
    <message>
        <source>Licence as for the record</source>
        <translation>Licence&#xa0;: celle de la fiche</translation>
    </message>
    <message>
        <source>Passing on as for the record</source>
        <translation>Transmission&#xa0;: comme la fiche</translation>
    </message>
    <message>
        <source>May be passed on: {answer}</source>
        <translation>Peut être transmis&#xa0;: {answer}</translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>Save a copy of {name}</source>
        <translation>Enregistrer une copie de {name}</translation>
    </message>
    <message>
        <source>Pause {name}</source>
        <translation>Mettre {name} en pause</translation>
    </message>
    <message>
        <source>Get {name}</source>
        <translation>Récupérer {name}</translation>
    </message>
    <message>
        <source>{size} · on this computer</source>
        <translation>{size} · sur cet ordinateur</translation>
    </message>
    <message>
        <source>{size} · not here yet</source>
        <translation>{size} · pas encore ici</translation>
    </message>
    <message>
        <source>{text} · not to be passed on</source>
        <translation>{text} · à ne pas transmettre</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>or drop them here</source>
        <translation>ou déposez-les ici</translation>
    </message>
    <message>
        <source>Copying {names}</source>
        <translation>Copie de {names}</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Files that come by themselves</source>
        <translation>Fichiers qui viennent d’eux-mêmes</translation>
    </message>
    <message>
        <source>None, and the list of files to come rests</source>
        <translation>Aucun, et la liste des fichiers à venir est en repos</translation>
    </message>
    <message>
        <source>Those that I ask for</source>
        <translation>Ceux que je demande</translation>
    </message>
    <message>
        <source>Also all of these:</source>
        <translation>Aussi tous ceux-ci&#xa0;:</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Pôle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>Jusqu’à {size}</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Toute taille</translation>
    </message>
    <message>
        <source>All hubs</source>
        <translation>Tous les pôles</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message numerus="yes">
        <source>Several (%Ln)</source>
        <translation>
            <numerusform>Plusieurs (%Ln)</numerusform>
            <numerusform>Plusieurs (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), {size}.</source>
        <translation>
            <numerusform>%Ln fichier, {size}.</numerusform>
            <numerusform>%Ln fichiers, {size}.</numerusform>
        </translation>
    </message>
    <message>
        <source>No file is meant by this yet.</source>
        <translation>Aucun fichier n’est encore concerné.</translation>
    </message>
    <message>
        <source>All of them are on this computer.</source>
        <translation>Tous sont sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{size} still to come, about {time} at the speed measured here.</source>
        <translation>{size} encore à venir, environ {time} à la vitesse mesurée ici.</translation>
    </message>
    <message>
        <source>{size} still to come.</source>
        <translation>{size} encore à venir.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>What is left to do</source>
        <translation>Ce qui reste à faire</translation>
    </message>
    <message>
        <source>Mine, theirs and before all stay in the record&apos;s history.</source>
        <translation>La mienne, la leur et celle d’avant restent toutes dans l’historique de la fiche.</translation>
    </message>
    <message>
        <source>Save result</source>
        <translation>Enregistrer le résultat</translation>
    </message>
    <message>
        <source>The result is a draft of yours. Propose it when it is ready.</source>
        <translation>Le résultat est un brouillon à vous. Proposez-le quand il est prêt.</translation>
    </message>
    <message>
        <source>The result goes to the outbox and is sent at the next sync.</source>
        <translation>Le résultat va dans la boîte d’envoi et part à la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>The result is accepted, and goes out when you publish.</source>
        <translation>Le résultat est accepté, et part quand vous publiez.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) settled</source>
        <translation>
            <numerusform>%Ln champ réglé</numerusform>
            <numerusform>%Ln champs réglés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{settled}, %Ln left</source>
        <translation>
            <numerusform>{settled}, %Ln restant</numerusform>
            <numerusform>{settled}, %Ln restants</numerusform>
        </translation>
    </message>
    <message>
        <source>Save what is decided</source>
        <translation>Enregistrer ce qui est décidé</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Supprimer le brouillon</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Garder en brouillon</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Proposer</translation>
    </message>
    <message>
        <source>Propose to {hub}</source>
        <translation>Proposer&#xa0;: {hub}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle before you can propose: {names}</source>
        <translation>
            <numerusform>%Ln point à régler avant de proposer&#xa0;: {names}</numerusform>
            <numerusform>%Ln points à régler avant de proposer&#xa0;: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to propose. %Ln field(s) would make it more useful.</source>
        <translation>
            <numerusform>Prêt à proposer. %Ln champ de plus la rendrait plus utile.</numerusform>
            <numerusform>Prêt à proposer. %Ln champs de plus la rendraient plus utile.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to propose.</source>
        <translation>Prêt à proposer.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>The same in every language</source>
        <translation>Identique dans toutes les langues</translation>
    </message>
    <message>
        <source>Kept unchanged</source>
        <translation>Gardé tel quel</translation>
    </message>
    <message>
        <source>This form does not edit these fields. They stay in the record as they are.</source>
        <translation>Ce formulaire ne modifie pas ces champs. Ils restent dans la fiche tels quels.</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
        </translation>
    </message>
    <message>
        <source>{figures} kB</source>
        <translation>{figures} ko</translation>
    </message>
    <message>
        <source>{figures} MB</source>
        <translation>{figures} Mo</translation>
    </message>
    <message>
        <source>{figures} GB</source>
        <translation>{figures} Go</translation>
    </message>
    <message>
        <source>{here} of {whole}</source>
        <translation>{here} sur {whole}</translation>
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
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>{days} {h} h</source>
        <translation>{days} {h} h</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>hier à {time}</translation>
    </message>
    <message>
        <source>European Union</source>
        <translation>Union européenne</translation>
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
        <translation>Parties du formulaire</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>All of it lies on this computer.</source>
        <translation>Tout se trouve sur cet ordinateur.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En bref</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Trouver</translation>
    </message>
    <message>
        <source>Type a few letters in the search field: what lies on this computer is searched as you type, in every language, with or without a network. Choices at the side narrow it down.</source>
        <translation>Tapez quelques lettres dans le champ de recherche&#xa0;: ce qui se trouve sur cet ordinateur est cherché pendant la frappe, dans toutes les langues, avec ou sans réseau. Les choix sur le côté affinent le résultat.</translation>
    </message>
    <message>
        <source>Fetch a file</source>
        <translation>Récupérer un fichier</translation>
    </message>
    <message>
        <source>Records come with each sync, their files only when you ask. A download that was cut goes on from the last byte, and every piece is checked.</source>
        <translation>Les fiches arrivent à chaque synchronisation, leurs fichiers seulement à votre demande. Un téléchargement coupé reprend au dernier octet, et chaque morceau est vérifié.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>A new record or a change is a draft, kept on this computer as you type. Propose it when it is ready; until then nobody else sees it.</source>
        <translation>Une nouvelle fiche ou une modification est un brouillon, gardé sur cet ordinateur pendant la frappe. Proposez-le quand il est prêt&#xa0;; d’ici là, personne d’autre ne le voit.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>A sync sends what you proposed and brings what changed, in one short exchange. When the link goes down, what arrived is safe and the rest follows.</source>
        <translation>Une synchronisation envoie ce que vous avez proposé et apporte ce qui a changé, en un bref échange. Si la liaison tombe, ce qui est arrivé est en sécurité et la suite viendra.</translation>
    </message>
    <message>
        <source>What becomes of a proposal</source>
        <translation>Ce que devient une proposition</translation>
    </message>
    <message>
        <source>A coordinator of the hub accepts it, or returns it with a comment; then it is a draft again. Nothing you wrote is ever lost: earlier versions stay readable in the history.</source>
        <translation>Un coordinateur du pôle l’accepte, ou la renvoie avec un commentaire&#xa0;; elle redevient alors un brouillon. Rien de ce que vous avez écrit ne se perd&#xa0;: les versions précédentes restent lisibles dans l’historique.</translation>
    </message>
    <message>
        <source>Whom to trust</source>
        <translation>À qui se fier</translation>
    </message>
    <message>
        <source>A shield means that this computer checked the hub’s signature. Where it says “Not checked”, ask before you rely on it.</source>
        <translation>Un bouclier signifie que cet ordinateur a vérifié la signature du pôle. Là où il est écrit «&#xa0;Non vérifié&#xa0;», demandez avant de vous y fier.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>One entry of the catalogue: a tool, a document, a case.</source>
        <translation>Une entrée du catalogue&#xa0;: un outil, un document, un cas.</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Pôle</translation>
    </message>
    <message>
        <source>A parliament’s desk that gathers and publishes records.</source>
        <translation>Le bureau d’un parlement qui rassemble et publie des fiches.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>A hub’s records for everybody, or for members only.</source>
        <translation>Les fiches d’un pôle, pour tous ou pour les membres seulement.</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Your proposals until their hub has settled them.</source>
        <translation>Vos propositions, jusqu’à ce que leur pôle ait tranché.</translation>
    </message>
    <message>
        <source>Keys everywhere</source>
        <translation>Touches partout</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Partie suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Partie précédente</translation>
    </message>
    <message>
        <source>First place of the rail; Alt+2 the second, and so on</source>
        <translation>Premier lieu de la barre&#xa0;; Alt+2 le deuxième, et ainsi de suite</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Cette aide</translation>
    </message>
    <message>
        <source>Keys in lists</source>
        <translation>Touches dans les listes</translation>
    </message>
    <message>
        <source>From the search into the results</source>
        <translation>De la recherche aux résultats</translation>
    </message>
    <message>
        <source>To the record’s details</source>
        <translation>Vers le détail de la fiche</translation>
    </message>
    <message>
        <source>Fetch its files, or stop</source>
        <translation>Récupérer ses fichiers, ou arrêter</translation>
    </message>
    <message>
        <source>What can be done with a row</source>
        <translation>Ce que l’on peut faire d’une ligne</translation>
    </message>
    <message>
        <source>Clear, then back</source>
        <translation>Effacer, puis revenir</translation>
    </message>
    <message>
        <source>Keys when writing</source>
        <translation>Touches pendant l’écriture</translation>
    </message>
    <message>
        <source>Keep the draft (it is kept anyway)</source>
        <translation>Garder le brouillon (il l’est de toute façon)</translation>
    </message>
    <message>
        <source>Propose, or confirm</source>
        <translation>Proposer, ou confirmer</translation>
    </message>
    <message>
        <source>Next language</source>
        <translation>Langue suivante</translation>
    </message>
    <message>
        <source>Language before</source>
        <translation>Langue précédente</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>En montrer %Ln de plus</numerusform>
            <numerusform>En montrer %Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Get the earlier versions</source>
        <translation>Obtenir les versions antérieures</translation>
    </message>
    <message>
        <source>An earlier version</source>
        <translation>Une version antérieure</translation>
    </message>
    <message>
        <source>Compare the version of {time}</source>
        <translation>Comparer la version&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Bring back the version of {time}</source>
        <translation>Reprendre la version&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Published now</source>
        <translation>Publiée actuellement</translation>
    </message>
    <message>
        <source>Written on this computer</source>
        <translation>Écrite sur cet ordinateur</translation>
    </message>
    <message>
        <source>Written elsewhere</source>
        <translation>Écrite ailleurs</translation>
    </message>
</context>
<context>
    <name>HubCard</name>
    <message>
        <source>Open: {hub}</source>
        <translation>Ouvrir&#xa0;: {hub}</translation>
    </message>
    <message>
        <source>Nothing of it on this computer</source>
        <translation>Rien de lui sur cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln collection(s)</source>
        <translation>
            <numerusform>%Ln collection</numerusform>
            <numerusform>%Ln collections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln fiche</numerusform>
            <numerusform>%Ln fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>not followed</source>
        <translation>non suivi</translation>
    </message>
    <message>
        <source>You: {role}</source>
        <translation>Vous&#xa0;: {role}</translation>
    </message>
</context>
<context>
    <name>HubSheet</name>
    <message>
        <source>About this hub</source>
        <translation>À propos de ce pôle</translation>
    </message>
    <message>
        <source>Open its record</source>
        <translation>Ouvrir sa fiche</translation>
    </message>
    <message>
        <source>Open to: {whom}</source>
        <translation>Ouvert à&#xa0;: {whom}</translation>
    </message>
    <message>
        <source>All hubs</source>
        <translation>Tous les pôles</translation>
    </message>
    <message>
        <source>Signatures checked on this computer</source>
        <translation>Signatures vérifiées sur cet ordinateur</translation>
    </message>
    <message>
        <source>You: {role}</source>
        <translation>Vous&#xa0;: {role}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln participant</numerusform>
            <numerusform>%Ln participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubWording</name>
    <message>
        <source>Host: not known here</source>
        <translation>Hôte&#xa0;: inconnu ici</translation>
    </message>
    <message>
        <source>Host: {name}</source>
        <translation>Hôte&#xa0;: {name}</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>état&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Signed with key {key}</source>
        <translation>Signé avec la clé {key}</translation>
    </message>
</context>
<context>
    <name>HubsPage</name>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
    <message>
        <source>Hubs</source>
        <translation>Pôles</translation>
    </message>
    <message>
        <source>Each hub is run by a parliament. Choose what this computer follows.</source>
        <translation>Chaque pôle est animé par un parlement. Choisissez ce que suit cet ordinateur.</translation>
    </message>
    <message>
        <source>Join another hub</source>
        <translation>Rejoindre un autre pôle</translation>
    </message>
    <message>
        <source>No hub is known on this computer yet</source>
        <translation>Aucun pôle n’est encore connu sur cet ordinateur</translation>
    </message>
    <message>
        <source>A hub’s coordinator sends you an invite: one line of text. It is all you need.</source>
        <translation>Le coordinateur d’un pôle vous envoie une invitation&#xa0;: une ligne de texte. Rien d’autre n’est nécessaire.</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>Rejoindre un pôle</translation>
    </message>
    <message>
        <source>Also named in the Centre’s records</source>
        <translation>Également nommés dans les fiches du Centre</translation>
    </message>
    <message>
        <source>{collection} is followed from now on</source>
        <translation>{collection}&#xa0;: suivi à partir de maintenant</translation>
    </message>
    <message>
        <source>Its records come with the next sync.</source>
        <translation>Les fiches arrivent à la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>{collection} is followed no longer</source>
        <translation>{collection}&#xa0;: n’est plus suivi</translation>
    </message>
    <message>
        <source>What is on this computer stays and grows old. Follow it again at any time.</source>
        <translation>Ce qui est sur cet ordinateur y reste et vieillit. Vous pouvez le suivre à nouveau à tout moment.</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Proposals</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Pôle</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Tout accepter</translation>
    </message>
    <message numerus="yes">
        <source>Accept all without problems (%Ln)</source>
        <translation>
            <numerusform>Accepter ce qui est sans problème (%Ln)</numerusform>
            <numerusform>Accepter ce qui est sans problème (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>Rien n’attend votre décision</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln ouverte</numerusform>
            <numerusform>%Ln ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>New proposals come with each sync.</source>
        <translation>Les nouvelles propositions arrivent à chaque synchronisation.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) accepted</source>
        <translation>
            <numerusform>%Ln proposition acceptée</numerusform>
            <numerusform>%Ln propositions acceptées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) could not be accepted</source>
        <translation>
            <numerusform>%Ln proposition n’a pas pu être acceptée</numerusform>
            <numerusform>%Ln propositions n’ont pas pu être acceptées</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay open. What stands in the way is said in each.</source>
        <translation>Elles restent ouvertes. Chacune dit ce qui s’y oppose.</translation>
    </message>
    <message>
        <source>Returned. Your comment is sent when you publish.</source>
        <translation>Renvoyée. Votre commentaire part quand vous publiez.</translation>
    </message>
    <message>
        <source>Publishing {hub}</source>
        <translation>Publication&#xa0;: {hub}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) published</source>
        <translation>
            <numerusform>%Ln modification publiée</numerusform>
            <numerusform>%Ln modifications publiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{collection} is version {version} now, with %Ln record(s).</source>
        <translation>
            <numerusform>{collection} en est à la version {version}, avec %Ln fiche.</numerusform>
            <numerusform>{collection} en est à la version {version}, avec %Ln fiches.</numerusform>
        </translation>
    </message>
    <message>
        <source>{up} sent, {down} received.</source>
        <translation>{up} envoyés, {down} reçus.</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %Ln record(s)?</source>
        <translation>
            <numerusform>Retirer %Ln fiche&#xa0;?</numerusform>
            <numerusform>Retirer %Ln fiches&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>That is much of this collection. Every desk holds it back until a person there has looked. Nothing has been signed yet.</source>
        <translation>C’est une grande partie de cette collection. Chaque poste retient cela jusqu’à ce qu’une personne ait regardé. Rien n’a encore été signé.</translation>
    </message>
    <message>
        <source>Sign and publish</source>
        <translation>Signer et publier</translation>
    </message>
    <message>
        <source>Type the number of records that you mean to withdraw</source>
        <translation>Tapez le nombre de fiches que vous voulez retirer</translation>
    </message>
</context>
<context>
    <name>InvitePreview</name>
    <message>
        <source>This is not an invite</source>
        <translation>Ceci n’est pas une invitation</translation>
    </message>
    <message>
        <source>A part of this invite is missing or was changed</source>
        <translation>Une partie de cette invitation manque ou a été modifiée</translation>
    </message>
    <message>
        <source>This HubDesk cannot read this invite</source>
        <translation>Ce HubDesk ne sait pas lire cette invitation</translation>
    </message>
    <message>
        <source>An invite begins with hubdesk-1- and is one long line. Nothing was sent.</source>
        <translation>Une invitation commence par hubdesk-1- et tient en une longue ligne. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Copy the whole line again as it was sent to you. Line breaks do no harm. Nothing was sent.</source>
        <translation>Copiez à nouveau toute la ligne, telle qu’elle vous a été envoyée. Les retours à la ligne ne gênent pas. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This invite ended {time}</source>
        <translation>Cette invitation a expiré&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Ask the hub’s coordinator for a new one. Nothing was sent.</source>
        <translation>Demandez-en une nouvelle au coordinateur du pôle. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>{role}: {meaning}</source>
        <translation>{role}&#xa0;: {meaning}</translation>
    </message>
    <message>
        <source>You come as</source>
        <translation>Vous venez comme</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>you find and read</source>
        <translation>vous trouvez et lisez</translation>
    </message>
    <message>
        <source>you also write and propose</source>
        <translation>en plus, vous écrivez et proposez</translation>
    </message>
    <message>
        <source>you also accept and publish</source>
        <translation>en plus, vous acceptez et publiez</translation>
    </message>
    <message>
        <source>you care for all hubs</source>
        <translation>vous veillez sur tous les pôles</translation>
    </message>
    <message>
        <source>you read what the Committee needs</source>
        <translation>vous lisez ce dont le Comité a besoin</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Your parliament</source>
        <translation>Votre parlement</translation>
    </message>
    <message>
        <source>For example National Assembly of Zambia</source>
        <translation>Par exemple Assemblée nationale de Zambie</translation>
    </message>
    <message>
        <source>Your invite</source>
        <translation>Votre invitation</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Paste the invite</source>
        <translation>Coller l’invitation</translation>
    </message>
    <message>
        <source>One long line that a hub’s coordinator sent to you. It lets this one computer in, once.</source>
        <translation>Une longue ligne que le coordinateur d’un pôle vous a envoyée. Elle fait entrer ce seul ordinateur, une seule fois.</translation>
    </message>
    <message>
        <source>I start without any hub</source>
        <translation>Je commence sans pôle</translation>
    </message>
    <message>
        <source>You can write and import now, and join a hub later from the hubs page.</source>
        <translation>Vous pouvez écrire et importer dès maintenant, et rejoindre un pôle plus tard, depuis la page des pôles.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation>Sans réseau</translation>
    </message>
    <message>
        <source>Writes the request into a file that somebody else carries.</source>
        <translation>Écrit la demande dans un fichier que quelqu’un d’autre transporte.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Join another hub</source>
        <translation>Rejoindre un autre pôle</translation>
    </message>
    <message>
        <source>A second invite lets this computer into another hub of the same Centre.</source>
        <translation>Une deuxième invitation fait entrer cet ordinateur dans un autre pôle du même Centre.</translation>
    </message>
    <message>
        <source>Three questions, then you can start</source>
        <translation>Trois questions avant de commencer</translation>
    </message>
    <message>
        <source>You can change every answer later in the settings.</source>
        <translation>Chaque réponse peut être modifiée plus tard dans les réglages.</translation>
    </message>
    <message>
        <source>Paste your invite first.</source>
        <translation>Collez d’abord votre invitation.</translation>
    </message>
    <message>
        <source>Asking the server to let this computer in. It may take a minute on a slow link.</source>
        <translation>Demande au serveur de laisser entrer cet ordinateur. Sur une liaison lente, cela peut prendre une minute.</translation>
    </message>
    <message>
        <source>Joined: {hub}</source>
        <translation>Pôle rejoint&#xa0;: {hub}</translation>
    </message>
</context>
<context>
    <name>LanguageTabs</name>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Ajouter une langue</translation>
    </message>
    <message>
        <source>{language}, {count} of {wanted}</source>
        <translation>{language}, {count} sur {wanted}</translation>
    </message>
</context>
<context>
    <name>Licence</name>
    <message>
        <source>Choose a licence</source>
        <translation>Choisir une licence</translation>
    </message>
    <message>
        <source>Another one, by its SPDX name</source>
        <translation>Une autre, par son nom SPDX</translation>
    </message>
    <message>
        <source>SPDX name</source>
        <translation>Nom SPDX</translation>
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
        <translation>Fichiers à certaines heures seulement</translation>
    </message>
    <message>
        <source>Use links paid by volume like any other</source>
        <translation>Utiliser les liaisons payées au volume</translation>
    </message>
    <message>
        <source>Speed at most</source>
        <translation>Vitesse maximale</translation>
    </message>
    <message>
        <source>In a month at most</source>
        <translation>Maximum par mois</translation>
    </message>
    <message>
        <source>What you ask for yourself comes at any hour. Sticks do not count.</source>
        <translation>Ce que vous demandez vous-même vient à toute heure. Les clés USB ne comptent pas.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Used this month</source>
        <translation>Utilisé ce mois-ci</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} à {last}</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c’est</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>Ajouter un lien</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Places</source>
        <translation>Rubriques</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Opening the catalogue</source>
        <translation>Ouverture du catalogue</translation>
    </message>
    <message>
        <source>The catalogue is not open</source>
        <translation>Le catalogue n’est pas ouvert</translation>
    </message>
    <message>
        <source>Bring the newest copy back</source>
        <translation>Rétablir la copie la plus récente</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Ranger ce message</translation>
    </message>
</context>
<context>
    <name>MarkedText</name>
    <message>
        <source>added: {text}</source>
        <translation>ajouté&#xa0;: {text}</translation>
    </message>
    <message>
        <source>removed: {text}</source>
        <translation>enlevé&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>The Centre</source>
        <translation>Le Centre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Practice domain</source>
        <translation>Domaine de pratique</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Pôle</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Où elle en est</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Non connue</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publiées</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n modification en attente</numerusform>
            <numerusform>%n modifications en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Rien n’attend d’être envoyé</translation>
    </message>
    <message>
        <source>Trial Centre</source>
        <translation>Centre d’essai</translation>
    </message>
    <message>
        <source>{size} this month</source>
        <translation>{size} ce mois-ci</translation>
    </message>
    <message>
        <source>{month}, limit {size}</source>
        <translation>{month}, limite {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n brouillon</numerusform>
            <numerusform>%n brouillons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) to review</source>
        <translation>
            <numerusform>%n proposition à examiner</numerusform>
            <numerusform>%n propositions à examiner</numerusform>
        </translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Pas encore synchronisé</translation>
    </message>
    <message>
        <source>Synced {time}</source>
        <translation>Synchronisé {time}</translation>
    </message>
    <message>
        <source>Refused by the hub {time}</source>
        <translation>Refusé par le pôle {time}</translation>
    </message>
    <message>
        <source>The hub did not answer {time}</source>
        <translation>Pas de réponse du pôle {time}</translation>
    </message>
    <message>
        <source>Edition taken in {time}</source>
        <translation>Édition prise {time}</translation>
    </message>
    <message>
        <source>Last sync {time}</source>
        <translation>Dernière synchronisation {time}</translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message>
        <source>What it brings</source>
        <translation>Ce qu’elle apporte</translation>
    </message>
    <message>
        <source>New records</source>
        <translation>Nouvelles fiches</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln de plus</numerusform>
            <numerusform>et %Ln de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new record(s)</source>
        <translation>
            <numerusform>%Ln nouvelle fiche</numerusform>
            <numerusform>%Ln nouvelles fiches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln modifiée</numerusform>
            <numerusform>%Ln modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln withdrawn</source>
        <translation>
            <numerusform>%Ln retirée</numerusform>
            <numerusform>%Ln retirées</numerusform>
        </translation>
    </message>
    <message>
        <source>{news}. You will be asked before so many are withdrawn.</source>
        <translation>{news}. La question vous sera posée avant d’en retirer autant.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln fiche</numerusform>
            <numerusform>%Ln fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>Newer than here</source>
        <translation>Plus récente qu’ici</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>Déjà ici</translation>
    </message>
    <message>
        <source>Older than here: will not be taken</source>
        <translation>Plus ancienne qu’ici&#xa0;: ne sera pas prise</translation>
    </message>
    <message>
        <source>Refused: not as its hub signed it</source>
        <translation>Refusée&#xa0;: pas telle que son pôle l’a signée</translation>
    </message>
    <message>
        <source>Signature out of date</source>
        <translation>Signature périmée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) and answer(s) on their way</source>
        <translation>
            <numerusform>%Ln proposition ou réponse en route</numerusform>
            <numerusform>%Ln propositions et réponses en route</numerusform>
        </translation>
    </message>
    <message>
        <source>Those for this computer are taken in; the others are passed on at the next sync.</source>
        <translation>Celles pour cet ordinateur sont prises&#xa0;; les autres sont transmises à la prochaine synchronisation.</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>What happens next</source>
        <translation>La suite</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Only on this computer. Saved as you type.</source>
        <translation>Sur cet ordinateur seulement. Enregistré pendant la frappe.</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposé</translation>
    </message>
    <message>
        <source>Waits in the outbox, then with the hub’s coordinators.</source>
        <translation>Attend dans la boîte d’envoi, puis chez les coordinateurs du pôle.</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Signed by the hub, visible to everyone at their next sync.</source>
        <translation>Signé par le pôle, visible de tous à leur prochaine synchronisation.</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No records on this computer yet</source>
        <translation>Pas encore de fiches sur cet ordinateur</translation>
    </message>
    <message>
        <source>They come with the first sync, or from a stick. Everything then works without a network.</source>
        <translation>Elles arrivent avec la première synchronisation, ou par une clé USB. Tout fonctionne ensuite sans réseau.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n résultat</numerusform>
            <numerusform>%n résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filters ({matches})</source>
        <translation>Retirer les filtres ({matches})</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Ask the hubs for help</source>
        <translation>Demander de l’aide aux pôles</translation>
    </message>
    <message>
        <source>No record on this computer has all of these filters</source>
        <translation>Aucune fiche sur cet ordinateur ne répond à tous ces filtres</translation>
    </message>
    <message>
        <source>No record on this computer matches “{words}”</source>
        <translation>Aucune fiche sur cet ordinateur ne correspond à «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>Newer records may exist at your hubs; HubDesk will look again at the next sync.</source>
        <translation>Vos pôles ont peut-être des fiches plus récentes&#xa0;; HubDesk cherchera de nouveau à la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>The list of records was last brought up to date {time}.</source>
        <translation>La liste des fiches a été mise à jour {time}.</translation>
    </message>
</context>
<context>
    <name>Offline</name>
    <message>
        <source>Go on to the catalogue</source>
        <translation>Continuer vers le catalogue</translation>
    </message>
    <message>
        <source>Where the request is written</source>
        <translation>Où la demande est écrite</translation>
    </message>
    <message>
        <source>The request is written</source>
        <translation>La demande est écrite</translation>
    </message>
    <message>
        <source>Give {file} to anybody who has HubDesk and a network, on a stick or by mail. It holds no secret. The answer comes back in an edition or a small file; until then you can read editions and write drafts.</source>
        <translation>Donnez {file} à toute personne qui a HubDesk et un réseau, sur une clé USB ou par courriel. Ce fichier ne contient aucun secret. La réponse revient dans une édition ou un petit fichier&#xa0;; d’ici là, vous pouvez lire des éditions et écrire des brouillons.</translation>
    </message>
</context>
<context>
    <name>OneOf</name>
    <message>
        <source>Nothing chosen</source>
        <translation>Aucun choix</translation>
    </message>
</context>
<context>
    <name>OpenedPage</name>
    <message>
        <source>An edition</source>
        <translation>Une édition</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>See the catalogue</source>
        <translation>Voir le catalogue</translation>
    </message>
    <message>
        <source>Whom do you trust?</source>
        <translation>À qui vous fiez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>This computer belongs to no hub yet. Put in the invite that you were given, or the line of 64 letters and figures that the hub told you by another way than this edition. The invite is not used up.</source>
        <translation>Cet ordinateur n’appartient encore à aucun pôle. Entrez l’invitation que vous avez reçue, ou la ligne de 64 lettres et chiffres que le pôle vous a donnée par une autre voie que cette édition. L’invitation pourra encore servir.</translation>
    </message>
    <message>
        <source>Invite, or the hub&apos;s line</source>
        <translation>Invitation, ou ligne du pôle</translation>
    </message>
    <message>
        <source>Check every file</source>
        <translation>Vérifier chaque fichier</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>La prendre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are not here, {size}</source>
        <translation>
            <numerusform>%Ln fichier qui n’est pas ici, {size}</numerusform>
            <numerusform>%Ln fichiers qui ne sont pas ici, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything in it is here already.</source>
        <translation>Tout ce qu’elle contient est déjà ici.</translation>
    </message>
    <message>
        <source>It brings no files that are not here.</source>
        <translation>Elle n’apporte aucun fichier qui ne soit déjà ici.</translation>
    </message>
    <message>
        <source>Taking the edition in</source>
        <translation>Prise de l’édition</translation>
    </message>
    <message>
        <source>Checking every file</source>
        <translation>Vérification de chaque fichier</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) are not as signed</source>
        <translation>
            <numerusform>%Ln partie n’est pas telle que signée</numerusform>
            <numerusform>%Ln parties ne sont pas telles que signées</numerusform>
        </translation>
    </message>
    <message>
        <source>Every file is as it was written, and every signature is right</source>
        <translation>Chaque fichier est tel qu’il a été écrit, et chaque signature est juste</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask whoever made it for a new one.</source>
        <translation>Rien n’a été modifié. Demandez-en une nouvelle à la personne qui l’a faite.</translation>
    </message>
    <message>
        <source>The edition is taken in</source>
        <translation>L’édition est prise</translation>
    </message>
    <message>
        <source>Nothing in it was newer</source>
        <translation>Elle ne contenait rien de plus récent</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) came.</source>
        <translation>
            <numerusform>%Ln fichier est arrivé.</numerusform>
            <numerusform>%Ln fichiers sont arrivés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it withdraws much and waits on the sync page for your look.</source>
        <translation>Une partie retire beaucoup de fiches et attend votre examen sur la page de synchronisation.</translation>
    </message>
    <message>
        <source>{wrong} and were thrown away.</source>
        <translation>{wrong}&#xa0;: rien n’en a été gardé.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>What was taken in so far stays. Taking it in again goes on from there.</source>
        <translation>Ce qui a été pris jusqu’ici reste. La prendre à nouveau reprendra là.</translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message>
        <source>Where it comes from</source>
        <translation>D’où elle vient</translation>
    </message>
    <message>
        <source>As of {date}</source>
        <translation>État&#xa0;: {date}</translation>
    </message>
    <message>
        <source>Made {date} by desk {id}</source>
        <translation>Faite le {date} par le poste {id}</translation>
    </message>
    <message>
        <source>The edition says so; nobody signed that.</source>
        <translation>L’édition le dit&#xa0;; personne n’a signé cela.</translation>
    </message>
    <message>
        <source>Signed by {hubs}</source>
        <translation>Signée par {hubs}</translation>
    </message>
    <message>
        <source>Checked on this computer</source>
        <translation>Vérifié sur cet ordinateur</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Pas encore vérifiée</translation>
    </message>
    <message>
        <source>This computer does not know this Centre.</source>
        <translation>Cet ordinateur ne connaît pas ce Centre.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), {size} in all</source>
        <translation>
            <numerusform>%Ln fichier, {size} en tout</numerusform>
            <numerusform>%Ln fichiers, {size} en tout</numerusform>
        </translation>
    </message>
    <message>
        <source>Its age is not known: this computer&apos;s clock is behind.</source>
        <translation>Son âge n’est pas connu&#xa0;: l’horloge de cet ordinateur retarde.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>Vieille de %n jour</numerusform>
            <numerusform>Vieille de %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>{age}: much may have changed since</source>
        <translation>{age}&#xa0;: beaucoup a pu changer depuis</translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Nothing waits. What you propose appears here until its hub has answered.</source>
        <translation>Rien n’attend. Ce que vous proposez apparaît ici jusqu’à la réponse du pôle.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>En montrer %Ln de plus</numerusform>
            <numerusform>En montrer %Ln de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln modification</numerusform>
            <numerusform>%Ln modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>kept here until a hub confirms</source>
        <translation>gardé ici jusqu’à confirmation</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Open: {title}</source>
        <translation>Ouvrir&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Take back: {title}</source>
        <translation>Reprendre&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Take back: it becomes a draft again</source>
        <translation>Reprendre&#xa0;: redevient un brouillon</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retrait</translation>
    </message>
    <message>
        <source>to {collection}</source>
        <translation>vers {collection}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) still going up</source>
        <translation>
            <numerusform>%Ln fichier encore en cours d’envoi</numerusform>
            <numerusform>%Ln fichiers encore en cours d’envoi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits here</source>
        <translation>Attend ici</translation>
    </message>
    <message>
        <source>It leaves with the next sync.</source>
        <translation>Part à la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>At the hub</source>
        <translation>Au pôle</translation>
    </message>
    <message>
        <source>The hub has it. A coordinator decides; it stays here until then.</source>
        <translation>Le pôle l’a reçue. Un coordinateur décide&#xa0;; elle reste ici d’ici là.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>A coordinator accepted it. It leaves this list when it is published.</source>
        <translation>Un coordinateur l’a acceptée. Elle quitte cette liste à sa publication.</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>À vous de décider</translation>
    </message>
    <message>
        <source>The hub did not take it. Nothing is lost; take it back to change it.</source>
        <translation>Le pôle ne l’a pas prise. Rien n’est perdu&#xa0;; reprenez-la pour la modifier.</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>Use mine</source>
        <translation>Prendre la mienne</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Prendre la leur</translation>
    </message>
    <message>
        <source>Join both</source>
        <translation>Réunir les deux</translation>
    </message>
    <message>
        <source>Use this sentence</source>
        <translation>Prendre cette phrase</translation>
    </message>
    <message>
        <source>{field}: your sentence</source>
        <translation>{field}&#xa0;: votre phrase</translation>
    </message>
</context>
<context>
    <name>ParticipantsPart</name>
    <message>
        <source>Who takes part</source>
        <translation>Qui participe</translation>
    </message>
    <message>
        <source>No record on this computer says who takes part in this hub.</source>
        <translation>Aucune fiche sur cet ordinateur ne dit qui participe à ce pôle.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>En montrer %Ln de plus</numerusform>
            <numerusform>En montrer %Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>With records here</source>
        <translation>Avec des fiches ici</translation>
    </message>
    <message>
        <source>No records here yet</source>
        <translation>Pas encore de fiche ici</translation>
    </message>
    <message>
        <source>Not taking part</source>
        <translation>Ne participe pas</translation>
    </message>
    <message>
        <source>Map: {parts}</source>
        <translation>Carte&#xa0;: {parts}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>depuis {date}</translation>
    </message>
    <message>
        <source>Open: {title}</source>
        <translation>Ouvrir&#xa0;: {title}</translation>
    </message>
</context>
<context>
    <name>PartnersPart</name>
    <message>
        <source>Partners by level</source>
        <translation>Partenaires par niveau</translation>
    </message>
    <message>
        <source>No partnership with this hub is recorded on this computer.</source>
        <translation>Aucun partenariat avec ce pôle n’est inscrit sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>PastSyncs</name>
    <message>
        <source>Past syncs</source>
        <translation>Synchronisations passées</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchro</translation>
    </message>
    <message>
        <source>My records</source>
        <translation>Mes fiches</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>Hubs</source>
        <translation>Pôles</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>Rejoindre un pôle</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>USB edition</source>
        <translation>Édition USB</translation>
    </message>
    <message>
        <source>An edition</source>
        <translation>Une édition</translation>
    </message>
    <message>
        <source>Carried for others</source>
        <translation>Transporté pour d’autres</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Rien n’est encore écrit.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed</source>
        <translation>
            <numerusform>%Ln champ modifié</numerusform>
            <numerusform>%Ln champs modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Les deux disent la même chose.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>its place</source>
        <translation>sa place</translation>
    </message>
    <message>
        <source>{end} lies before {other}, {start}.</source>
        <translation>{end} précède {other}, {start}.</translation>
    </message>
    <message>
        <source>Two people changed the same thing: {field}. Return the proposal and say which one to keep.</source>
        <translation>Deux personnes ont modifié la même chose&#xa0;: {field}. Renvoyez la proposition et dites laquelle garder.</translation>
    </message>
    <message>
        <source>This cannot be used as it stands. Details: {code}</source>
        <translation>Ceci ne peut pas servir tel quel. Détails&#xa0;: {code}</translation>
    </message>
    <message>
        <source>{kind} hold data about people. They go to the members’ part of a hub, never into its public part.</source>
        <translation>{kind}&#xa0;: ces fiches contiennent des données sur des personnes. Elles vont dans la partie réservée aux membres d’un pôle, jamais dans sa partie publique.</translation>
    </message>
    <message>
        <source>{kind} stand only in the Centre’s own collection, not in {collection}.</source>
        <translation>{kind}&#xa0;: ces fiches n’ont leur place que dans la collection du Centre, pas dans {collection}.</translation>
    </message>
    <message>
        <source>This text does not say in which language it is. It is kept unchanged.</source>
        <translation>Ce texte ne dit pas dans quelle langue il est. Il est gardé tel quel.</translation>
    </message>
    <message>
        <source>“{value}” is not the tag of a language, such as en or pt-BR.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas le code d’une langue, comme en ou pt-BR.</translation>
    </message>
    <message>
        <source>This is not a text. It is kept unchanged.</source>
        <translation>Ceci n’est pas un texte. C’est gardé tel quel.</translation>
    </message>
    <message>
        <source>“{value}” is not in the list that all hubs use. Searches for the usual values will not find it.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas dans la liste commune des pôles. Les recherches par valeurs habituelles ne le trouveront pas.</translation>
    </message>
    <message>
        <source>“{value}” is not the name of a licence in the SPDX list. Choose one, or say that it is unknown.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas le nom d’une licence de la liste SPDX. Choisissez-en une, ou dites qu’elle est inconnue.</translation>
    </message>
    <message>
        <source>“{value}” is not the code of a country.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas le code d’un pays.</translation>
    </message>
    <message>
        <source>“{value}” does not name a record.</source>
        <translation>«&#xa0;{value}&#xa0;» ne désigne pas une fiche.</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write a year, a month or a day, such as 2026, March 2026 or 22 March 2026.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas une date. Écrivez une année, un mois ou un jour, comme 2026, mars 2026 ou 22 mars 2026.</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un nombre.</translation>
    </message>
    <message>
        <source>This is neither yes nor no. It is kept unchanged.</source>
        <translation>Ce n’est ni oui ni non. C’est gardé tel quel.</translation>
    </message>
    <message>
        <source>“{value}” is not a web or mail address. It begins with https:// or mailto:</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas une adresse web ou de messagerie. Elle commence par https:// ou mailto:</translation>
    </message>
    <message>
        <source>This is not a list. It is kept unchanged.</source>
        <translation>Ceci n’est pas une liste. C’est gardé tel quel.</translation>
    </message>
    <message>
        <source>This is not a contact. It is kept unchanged.</source>
        <translation>Ceci n’est pas un contact. C’est gardé tel quel.</translation>
    </message>
    <message>
        <source>“{value}” does not look like a mail address.</source>
        <translation>«&#xa0;{value}&#xa0;» ne ressemble pas à une adresse électronique.</translation>
    </message>
    <message>
        <source>One of the files is described without its content. Take it away and attach it again.</source>
        <translation>L’un des fichiers est décrit sans son contenu. Enlevez-le et joignez-le de nouveau.</translation>
    </message>
    <message>
        <source>These are not entries as the form knows them. They are kept unchanged.</source>
        <translation>Ce ne sont pas des entrées que le formulaire connaît. Elles sont gardées telles quelles.</translation>
    </message>
    <message>
        <source>Your role does not let you write into {collection}. A coordinator of the hub can change that.</source>
        <translation>Votre rôle ne vous permet pas d’écrire dans {collection}. Un coordinateur du pôle peut changer cela.</translation>
    </message>
    <message>
        <source>There is no draft to propose.</source>
        <translation>Il n’y a pas de brouillon à proposer.</translation>
    </message>
    <message>
        <source>There is nothing to accept: it was settled or taken back meanwhile.</source>
        <translation>Il n’y a rien à accepter&#xa0;: entre-temps, cela a été tranché ou repris.</translation>
    </message>
    <message>
        <source>This record is no longer on this computer.</source>
        <translation>Cette fiche n’est plus sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The content of this proposal has not arrived yet. It comes with the next sync.</source>
        <translation>Le contenu de cette proposition n’est pas encore arrivé. Il viendra avec la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>The version that this proposal started from is not on this computer. It comes with the next sync.</source>
        <translation>La version dont part cette proposition n’est pas sur cet ordinateur. Elle viendra avec la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>No licence is chosen. Without one, nobody may lawfully reuse this. You can go on writing; the draft is kept.</source>
        <translation>Aucune licence n’est choisie. Sans elle, personne ne peut légalement réutiliser ceci. Vous pouvez continuer à écrire&#xa0;; le brouillon est gardé.</translation>
    </message>
    <message>
        <source>Not said for {files}. Without an answer the files cannot travel on sticks or to other hubs.</source>
        <translation>Pas dit pour {files}. Sans réponse, les fichiers ne peuvent pas voyager sur clé USB ni vers d’autres pôles.</translation>
    </message>
    <message>
        <source>There is no title yet. It is what people find in a list and in a search.</source>
        <translation>Il n’y a pas encore de titre. C’est lui que l’on trouve dans une liste et dans une recherche.</translation>
    </message>
    <message>
        <source>Nothing is written here yet. It is needed to publish; the draft is kept without it.</source>
        <translation>Rien n’est encore écrit ici. C’est nécessaire pour publier&#xa0;; le brouillon est gardé sans cela.</translation>
    </message>
    <message>
        <source>Nothing is written here yet. You can propose without it; with it the record is more useful.</source>
        <translation>Rien n’est encore écrit ici. Vous pouvez proposer sans cela&#xa0;; avec, la fiche est plus utile.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long in {language}. Lists will show the beginning only.</source>
        <translation>
            <numerusform>%Ln caractère de trop en {language}. Les listes ne montreront que le début.</numerusform>
            <numerusform>%Ln caractères de trop en {language}. Les listes ne montreront que le début.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long. Lists will show the beginning only.</source>
        <translation>
            <numerusform>%Ln caractère de trop. Les listes ne montreront que le début.</numerusform>
            <numerusform>%Ln caractères de trop. Les listes ne montreront que le début.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use {value}, as in your last records</source>
        <translation>Mettre {value}, comme dans vos dernières fiches</translation>
    </message>
    <message>
        <source>Say that it is unknown</source>
        <translation>Dire qu’elle est inconnue</translation>
    </message>
    <message>
        <source>Checked today</source>
        <translation>Vérifié aujourd’hui</translation>
    </message>
    <message>
        <source>Use the start, {date}</source>
        <translation>Mettre le début, {date}</translation>
    </message>
    <message>
        <source>Write {address}</source>
        <translation>Écrire {address}</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Lecture des fichiers</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Checking what was written</source>
        <translation>Vérification de ce qui est écrit</translation>
    </message>
    <message>
        <source>Checking the records</source>
        <translation>Vérification des fiches</translation>
    </message>
    <message>
        <source>{what}: {amount}</source>
        <translation>{what}&#xa0;: {amount}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore environ {time}</translation>
    </message>
    <message>
        <source>Stopping after the piece that is under way</source>
        <translation>Arrêt après le morceau en cours</translation>
    </message>
</context>
<context>
    <name>ProposalButton</name>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Accepted, not published yet</source>
        <translation>Acceptée, pas encore publiée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln point à régler</numerusform>
            <numerusform>%Ln points à régler</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Retrait</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message>
        <source>Proposals</source>
        <translation>Propositions</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>En montrer %Ln de plus</numerusform>
            <numerusform>En montrer %Ln de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalPane</name>
    <message>
        <source>The chosen proposal</source>
        <translation>La proposition choisie</translation>
    </message>
    <message>
        <source>Comment for the author</source>
        <translation>Commentaire pour l’auteur</translation>
    </message>
    <message>
        <source>What is missing, and what the author can do about it</source>
        <translation>Ce qui manque, et ce que l’auteur peut y faire</translation>
    </message>
    <message>
        <source>Write a sentence for the author first.</source>
        <translation>Écrivez d’abord une phrase pour l’auteur.</translation>
    </message>
    <message>
        <source>Return with a comment</source>
        <translation>Renvoyer avec un commentaire</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Show in the catalogue</source>
        <translation>Montrer dans le catalogue</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more proposal(s) change this record</source>
        <translation>
            <numerusform>%Ln autre proposition modifie cette fiche</numerusform>
            <numerusform>%Ln autres propositions modifient cette fiche</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepting takes all of them, the oldest first.</source>
        <translation>Accepter les prend toutes, la plus ancienne d’abord.</translation>
    </message>
    <message>
        <source>Accepted. It goes out when you publish.</source>
        <translation>Acceptée. Elle part quand vous publiez.</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>members only</source>
        <translation>membres seulement</translation>
    </message>
    <message>
        <source>Written on this computer, {time}</source>
        <translation>Écrite sur cet ordinateur, {time}</translation>
    </message>
    <message>
        <source>From a {role}, desk {desk}, written {time}, arrived {arrived}</source>
        <translation>Auteur&#xa0;: {role}, poste {desk}. Écrite {time}, arrivée {arrived}</translation>
    </message>
    <message>
        <source>Two people changed the same record</source>
        <translation>Deux personnes ont modifié la même fiche</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed here and by the author. Nothing is lost.</source>
        <translation>
            <numerusform>%Ln champ modifié ici et par l’auteur. Rien n’est perdu.</numerusform>
            <numerusform>%Ln champs modifiés ici et par l’auteur. Rien n’est perdu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>It would be more useful with: {fields}</source>
        <translation>Elle serait plus utile avec&#xa0;: {fields}</translation>
    </message>
    <message>
        <source>The record is to be withdrawn</source>
        <translation>La fiche doit être retirée</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motif&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Version publiée</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed</source>
        <translation>
            <numerusform>%Ln champ modifié</numerusform>
            <numerusform>%Ln champs modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>It changes nothing.</source>
        <translation>Elle ne change rien.</translation>
    </message>
    <message>
        <source>Return it</source>
        <translation>Renvoyer</translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) to authors go with it.</source>
        <translation>
            <numerusform>%Ln commentaire à un auteur part avec.</numerusform>
            <numerusform>%Ln commentaires aux auteurs partent avec.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is accepted yet</source>
        <translation>Rien n’est encore accepté</translation>
    </message>
    <message>
        <source>Publishing signs what you accepted and sends it to the hub, with your comments to authors.</source>
        <translation>Publier signe ce que vous avez accepté et l’envoie au pôle, avec vos commentaires aux auteurs.</translation>
    </message>
    <message numerus="yes">
        <source>{hub}: %Ln accepted change(s)</source>
        <translation>
            <numerusform>{hub}&#xa0;: %Ln modification acceptée</numerusform>
            <numerusform>{hub}&#xa0;: %Ln modifications acceptées</numerusform>
        </translation>
    </message>
    <message>
        <source>everyone who follows it</source>
        <translation>tous ceux qui le suivent</translation>
    </message>
    <message>
        <source>its members</source>
        <translation>ses membres</translation>
    </message>
    <message>
        <source>Publishing signs them with your key and sends them to the hub; {readers} will see them at the next sync. Earlier versions stay in the history.</source>
        <translation>Publier les signe avec votre clé et les envoie au pôle&#xa0;; {readers} les verront à la prochaine synchronisation. Les versions précédentes restent dans l’historique.</translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln change(s)</source>
        <translation>
            <numerusform>Publier %Ln modification</numerusform>
            <numerusform>Publier %Ln modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing {hub}</source>
        <translation>Publication&#xa0;: {hub}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Putting in order</source>
        <translation>Mise en ordre</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>RecipientsCard</name>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>Anybody may open it</source>
        <translation>Tout le monde peut l’ouvrir</translation>
    </message>
    <message>
        <source>Sealed; only these desks can open it:</source>
        <translation>Scellée&#xa0;; seuls ces postes peuvent l’ouvrir&#xa0;:</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>coordinateur</translation>
    </message>
    <message>
        <source>Secretariat</source>
        <translation>Secrétariat</translation>
    </message>
    <message>
        <source>contributor</source>
        <translation>contributeur</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>lecteur</translation>
    </message>
    <message>
        <source>Steering Committee</source>
        <translation>Comité directeur</translation>
    </message>
    <message>
        <source>Desk {id}</source>
        <translation>Poste {id}</translation>
    </message>
    <message>
        <source>{name}, {role}, {hub}</source>
        <translation>{name}, {role}, {hub}</translation>
    </message>
    <message>
        <source>What members alone may read is never in it.</source>
        <translation>Ce que seuls les membres peuvent lire n’y est jamais.</translation>
    </message>
    <message>
        <source>No other desk is known here yet. Desks become known when they propose or coordinate.</source>
        <translation>Aucun autre poste n’est encore connu ici. Un poste se fait connaître quand il propose ou coordonne.</translation>
    </message>
    <message>
        <source>Choose at least one desk. Whoever is not named cannot open it, you neither.</source>
        <translation>Choisissez au moins un poste. Qui n’est pas nommé ne peut pas l’ouvrir, vous non plus.</translation>
    </message>
    <message>
        <source>One file, encrypted. Whoever is not named cannot open it, you neither.</source>
        <translation>Un seul fichier, chiffré. Qui n’est pas nommé ne peut pas l’ouvrir, vous non plus.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Words of the record’s title</source>
        <translation>Des mots du titre de la fiche</translation>
    </message>
    <message>
        <source>Not on this computer: {id}</source>
        <translation>Pas sur cet ordinateur&#xa0;: {id}</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Enlever {name}</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>My records</source>
        <translation>Mes fiches</translation>
    </message>
    <message>
        <source>What you write stays on this computer until you propose it.</source>
        <translation>Ce que vous écrivez reste ici tant que vous ne le proposez pas.</translation>
    </message>
    <message>
        <source>Propose all that are ready</source>
        <translation>Proposer tout ce qui est prêt</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>Came back with a comment</source>
        <translation>Revenu avec un commentaire</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Proposed by you</source>
        <translation>Proposé par vous</translation>
    </message>
    <message>
        <source>Withdrawn by a hub</source>
        <translation>Retirées par un pôle</translation>
    </message>
    <message>
        <source>Your records</source>
        <translation>Vos fiches</translation>
    </message>
    <message>
        <source>A coordinator asks for a change</source>
        <translation>Un coordinateur demande une modification</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Sur cet ordinateur seulement</translation>
    </message>
    <message>
        <source>Kept on this computer for a while</source>
        <translation>Gardées un temps sur cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>Propose all that are ready (%Ln)</source>
        <translation>
            <numerusform>Proposer tout ce qui est prêt (%Ln)</numerusform>
            <numerusform>Proposer tout ce qui est prêt (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for the next sync</source>
        <translation>
            <numerusform>%Ln attend la prochaine synchronisation</numerusform>
            <numerusform>%Ln attendent la prochaine synchronisation</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Rien n’attend d’être envoyé</translation>
    </message>
    <message>
        <source>You have written nothing yet</source>
        <translation>Vous n’avez encore rien écrit</translation>
    </message>
    <message>
        <source>A record is a tool, a document, a case study, or anything else that another parliament could use. It stays on this computer until you propose it.</source>
        <translation>Une fiche est un outil, un document, une étude de cas, ou toute autre chose qui peut servir à un autre parlement. Elle reste sur cet ordinateur tant que vous ne la proposez pas.</translation>
    </message>
    <message>
        <source>Write a new record</source>
        <translation>Écrire une nouvelle fiche</translation>
    </message>
    <message>
        <source>Suggest a change to a record of the catalogue</source>
        <translation>Proposer une modification d’une fiche du catalogue</translation>
    </message>
    <message>
        <source>Taken back. It is a draft again.</source>
        <translation>Reprise. C’est de nouveau un brouillon.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) proposed</source>
        <translation>
            <numerusform>%Ln fiche proposée</numerusform>
            <numerusform>%Ln fiches proposées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be proposed</source>
        <translation>
            <numerusform>%Ln fiche n’a pas pu être proposée</numerusform>
            <numerusform>%Ln fiches n’ont pas pu être proposées</numerusform>
        </translation>
    </message>
    <message>
        <source>They are still drafts. Open one to see what is to settle.</source>
        <translation>Ce sont toujours des brouillons. Ouvrez-en un pour voir ce qui reste à régler.</translation>
    </message>
    <message>
        <source>Delete this draft?</source>
        <translation>Supprimer ce brouillon&#xa0;?</translation>
    </message>
    <message>
        <source>What is published stays as it is. What you wrote is lost; this cannot be undone.</source>
        <translation>Ce qui est publié reste tel quel. Ce que vous avez écrit sera perdu&#xa0;; cela ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Supprimer le brouillon</translation>
    </message>
    <message>
        <source>Draft deleted.</source>
        <translation>Brouillon supprimé.</translation>
    </message>
</context>
<context>
    <name>RelayCard</name>
    <message>
        <source>One connection for the whole building</source>
        <translation>Une seule liaison pour tout le bâtiment</translation>
    </message>
    <message>
        <source>A relay is a computer in your building that fetches once for everybody. It is trusted with nothing: every signature is checked here, and what members alone may read passes through it unread.</source>
        <translation>Un relais est un ordinateur de votre bâtiment qui récupère une fois pour tous. Rien ne repose sur sa bonne foi&#xa0;: chaque signature est vérifiée ici, et ce que seuls les membres peuvent lire y passe sans être lu.</translation>
    </message>
    <message>
        <source>What is public comes from there; where it is away, from the hub as always.</source>
        <translation>Ce qui est public vient de là&#xa0;; s’il est absent, du pôle comme toujours.</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Demander d’abord à</translation>
    </message>
    <message>
        <source>Address of a relay, as its screen shows it</source>
        <translation>Adresse d’un relais, telle que son écran la montre</translation>
    </message>
    <message>
        <source>Address of a relay</source>
        <translation>Adresse d’un relais</translation>
    </message>
    <message>
        <source>Look for relays</source>
        <translation>Chercher des relais</translation>
    </message>
    <message>
        <source>Be a relay for others while HubDesk is open</source>
        <translation>Servir de relais tant que HubDesk est ouvert</translation>
    </message>
    <message>
        <source>Nobody but the hub</source>
        <translation>Personne d’autre que le pôle</translation>
    </message>
    <message>
        <source>Whichever relay of the hub is found</source>
        <translation>Tout relais du pôle qui se trouve</translation>
    </message>
    <message>
        <source>No relay of your hub announces itself on this network.</source>
        <translation>Aucun relais de votre pôle ne s’annonce sur ce réseau.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln relay(s) found; choose one above.</source>
        <translation>
            <numerusform>%Ln relais trouvé&#xa0;; choisissez-le ci-dessus.</numerusform>
            <numerusform>%Ln relais trouvés&#xa0;; choisissez-en un ci-dessus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only public collections are handed on. Others find this computer by itself, or by its address.</source>
        <translation>Seules les collections publiques sont transmises. Les autres trouvent cet ordinateur d’eux-mêmes, ou par son adresse.</translation>
    </message>
    <message>
        <source>Open at {address}</source>
        <translation>Ouvert à l’adresse {address}</translation>
    </message>
    <message>
        <source>Looking on this network</source>
        <translation>Recherche sur ce réseau</translation>
    </message>
</context>
<context>
    <name>ResultHead</name>
    <message>
        <source>Filters ({count})</source>
        <translation>Filtres ({count})</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n filtre</numerusform>
            <numerusform>%n filtres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n filter(s)</source>
        <translation>
            <numerusform>Retirer %n filtre</numerusform>
            <numerusform>Retirer %n filtres</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation>Retirer le filtre {name}</translation>
    </message>
    <message>
        <source>{count} of {whole} records match “{words}”</source>
        <translation>{count} fiches sur {whole} pour «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {whole} records</source>
        <translation>{count} fiches sur {whole}</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Pertinence</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récentes</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Par titre</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>signature checked</source>
        <translation>signature vérifiée</translation>
    </message>
    <message>
        <source>signature not checked</source>
        <translation>signature non vérifiée</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non vérifiée</translation>
    </message>
</context>
<context>
    <name>RowEntry</name>
    <message>
        <source>{name}, entry {number}</source>
        <translation>{name}, entrée {number}</translation>
    </message>
    <message>
        <source>Take entry {number} away</source>
        <translation>Enlever l’entrée {number}</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Add an entry</source>
        <translation>Ajouter une entrée</translation>
    </message>
</context>
<context>
    <name>RunningCard</name>
    <message>
        <source>Sync under way</source>
        <translation>Synchronisation en cours</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop the sync</source>
        <translation>Arrêter la synchronisation</translation>
    </message>
    <message>
        <source>Asking the central server</source>
        <translation>Appel au serveur central</translation>
    </message>
    <message>
        <source>Stopping after the piece that is on its way</source>
        <translation>Arrêt après le morceau en route</translation>
    </message>
</context>
<context>
    <name>SaveBadge</name>
    <message>
        <source>Nothing written yet</source>
        <translation>Rien d’écrit pour l’instant</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Saving on this computer</source>
        <translation>Enregistrement sur cet ordinateur</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Enregistré {time}</translation>
    </message>
    <message>
        <source>Draft saved on this computer {time}</source>
        <translation>Brouillon enregistré sur cet ordinateur, {time}</translation>
    </message>
    <message>
        <source>Nothing changed yet</source>
        <translation>Rien de modifié pour l’instant</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>En montrer %Ln de plus</numerusform>
            <numerusform>En montrer %Ln de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>What arrived is kept; the rest follows at the next attempt.</source>
        <translation>Ce qui est arrivé est conservé&#xa0;; le reste suivra à la prochaine tentative.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Nothing was taken from it, and nothing here was changed.</source>
        <translation>Rien n’en a été pris, et rien n’a été modifié ici.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Ask whoever made the edition for a new one.</source>
        <translation>Rien n’en a été pris. Demandez une nouvelle édition à la personne qui l’a faite.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>It was not taken; what is here was not changed.</source>
        <translation>Cela n’a pas été pris&#xa0;; ce qui est ici n’a pas été modifié.</translation>
    </message>
    <message>
        <source>Nothing was signed.</source>
        <translation>Rien n’a été signé.</translation>
    </message>
    <message>
        <source>The list of hubs and keys that arrived does not count</source>
        <translation>La liste des pôles et des clés qui est arrivée ne compte pas</translation>
    </message>
    <message>
        <source>The list of software that arrived does not count</source>
        <translation>La liste des logiciels qui est arrivée ne compte pas</translation>
    </message>
    <message>
        <source>What somebody brought cannot be used</source>
        <translation>Ce qui a été apporté ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>The parts do not make the file that was cut</source>
        <translation>Les parties ne forment pas le fichier qui a été découpé</translation>
    </message>
    <message>
        <source>What is there stays. Ask for them again.</source>
        <translation>Ce qui est là reste. Demandez-les à nouveau.</translation>
    </message>
    <message>
        <source>This edition is damaged: {name}</source>
        <translation>Cette édition est endommagée&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Copy it again, or ask for another one.</source>
        <translation>Rien n’en a été pris. Copiez-la à nouveau, ou demandez-en une autre.</translation>
    </message>
    <message>
        <source>One of the desks is not known here, so nothing can be sealed for it</source>
        <translation>L’un des postes n’est pas connu ici&#xa0;: rien ne peut être scellé pour lui</translation>
    </message>
    <message>
        <source>Another file has this name</source>
        <translation>Un autre fichier porte ce nom</translation>
    </message>
    <message>
        <source>It was left as it is. Choose another name.</source>
        <translation>Il est resté tel quel. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Something else than an edition lies in this folder</source>
        <translation>Ce dossier contient autre chose qu’une édition</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a new or an empty folder.</source>
        <translation>Rien n’a été écrit. Choisissez un dossier nouveau ou vide.</translation>
    </message>
    <message>
        <source>What members alone may read does not go into an open edition</source>
        <translation>Ce que seuls les membres peuvent lire ne va pas dans une édition ouverte</translation>
    </message>
    <message>
        <source>Nothing was written. Seal it for the desks that may read it.</source>
        <translation>Rien n’a été écrit. Scellez-la pour les postes qui peuvent la lire.</translation>
    </message>
    <message>
        <source>A sealed edition is one file whose name ends in .age</source>
        <translation>Une édition scellée est un seul fichier dont le nom finit par .age</translation>
    </message>
    <message>
        <source>This edition was written by a newer HubDesk</source>
        <translation>Cette édition a été écrite par un HubDesk plus récent</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Use the newer program.</source>
        <translation>Rien n’en a été pris. Utilisez le programme plus récent.</translation>
    </message>
    <message>
        <source>A hub has signed nothing of this collection yet</source>
        <translation>Un pôle n’a encore rien signé de cette collection</translation>
    </message>
    <message>
        <source>Nothing was written. Sync first.</source>
        <translation>Rien n’a été écrit. Synchronisez d’abord.</translation>
    </message>
    <message>
        <source>One of the desks may not read what would be in it</source>
        <translation>L’un des postes n’a pas le droit de lire ce qu’elle contiendrait</translation>
    </message>
    <message>
        <source>There is nothing here yet that could go into an edition</source>
        <translation>Il n’y a encore rien ici qui puisse aller dans une édition</translation>
    </message>
    <message>
        <source>Sync first, or take an edition in.</source>
        <translation>Synchronisez d’abord, ou prenez une édition.</translation>
    </message>
    <message>
        <source>This edition was written in a form that is no longer read</source>
        <translation>Cette édition a été écrite sous une forme qui n’est plus lue</translation>
    </message>
    <message>
        <source>This edition is of another Centre</source>
        <translation>Cette édition est d’un autre Centre</translation>
    </message>
    <message>
        <source>The page of an edition is not written in this language</source>
        <translation>La page d’une édition ne s’écrit pas dans cette langue</translation>
    </message>
    <message>
        <source>Nobody is named who could open the sealed edition</source>
        <translation>Personne n’est nommé qui puisse ouvrir l’édition scellée</translation>
    </message>
    <message>
        <source>This edition is sealed for other desks than this one</source>
        <translation>Cette édition est scellée pour d’autres postes que celui-ci</translation>
    </message>
    <message>
        <source>Nothing was changed. Whoever made it can seal one for this desk.</source>
        <translation>Rien n’a été modifié. La personne qui l’a faite peut en sceller une pour ce poste.</translation>
    </message>
    <message>
        <source>This is not a date</source>
        <translation>Ce n’est pas une date</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>What was there before is as it was.</source>
        <translation>Ce qui était là avant est resté tel quel.</translation>
    </message>
    <message>
        <source>The records alone are larger than you allow</source>
        <translation>Les fiches à elles seules dépassent la taille permise</translation>
    </message>
    <message>
        <source>Nothing was written. They take {needed}; allow more.</source>
        <translation>Rien n’a été écrit. Il leur faut {needed}&#xa0;; permettez plus.</translation>
    </message>
    <message>
        <source>This computer does not know yet whom to trust</source>
        <translation>Cet ordinateur ne sait pas encore à qui se fier</translation>
    </message>
    <message>
        <source>Nothing was changed. Put in the invite, or the line that the hub told you.</source>
        <translation>Rien n’a été modifié. Entrez l’invitation, ou la ligne que le pôle vous a donnée.</translation>
    </message>
    <message>
        <source>This is not an edition of HubDesk</source>
        <translation>Ce n’est pas une édition de HubDesk</translation>
    </message>
    <message>
        <source>This is neither an invite nor the line of a hub</source>
        <translation>Ce n’est ni une invitation ni la ligne d’un pôle</translation>
    </message>
    <message>
        <source>The sealed file is damaged, or it was cut</source>
        <translation>Le fichier scellé est endommagé, ou il a été coupé</translation>
    </message>
    <message>
        <source>Nothing was changed. Copy it again from where it came.</source>
        <translation>Rien n’a été modifié. Copiez-le à nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>Some parts are missing or damaged: {missing}</source>
        <translation>Des parties manquent ou sont endommagées&#xa0;: {missing}</translation>
    </message>
    <message>
        <source>What is there stays. Ask for those again.</source>
        <translation>Ce qui est là reste. Demandez à nouveau celles-ci.</translation>
    </message>
    <message>
        <source>There are parts of several files</source>
        <translation>Il y a des parties de plusieurs fichiers</translation>
    </message>
    <message>
        <source>Nothing was changed. Put each file’s parts into a folder of its own.</source>
        <translation>Rien n’a été modifié. Mettez les parties de chaque fichier dans un dossier à part.</translation>
    </message>
    <message>
        <source>No part of a cut file was found there</source>
        <translation>Aucune partie d’un fichier découpé ne s’y trouve</translation>
    </message>
    <message>
        <source>Choose the folder in which you saved what came by mail.</source>
        <translation>Choisissez le dossier où vous avez enregistré ce qui est venu par courriel.</translation>
    </message>
    <message>
        <source>So small parts would be too many</source>
        <translation>Des parties si petites seraient trop nombreuses</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a larger size.</source>
        <translation>Rien n’a été écrit. Choisissez une taille plus grande.</translation>
    </message>
    <message>
        <source>A mail of this size is too small for a part</source>
        <translation>Un courriel de cette taille est trop petit pour une partie</translation>
    </message>
    <message>
        <source>This is not an address that a mail can be sent to</source>
        <translation>Ce n’est pas une adresse à laquelle envoyer un courriel</translation>
    </message>
    <message>
        <source>There is a file of this name already</source>
        <translation>Il y a déjà un fichier de ce nom</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another name.</source>
        <translation>Rien n’a été écrit. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>One of the desks was revoked, or its mandate has ended</source>
        <translation>L’un des postes a été révoqué, ou son mandat a pris fin</translation>
    </message>
    <message>
        <source>Nothing was written. Leave it out and write the edition again.</source>
        <translation>Rien n’a été écrit. Laissez-le de côté et écrivez l’édition à nouveau.</translation>
    </message>
    <message>
        <source>A file is missing in this edition</source>
        <translation>Un fichier manque dans cette édition</translation>
    </message>
    <message>
        <source>Everything else of it can be used. Another edition, or a sync, brings the file.</source>
        <translation>Tout le reste peut servir. Une autre édition, ou une synchronisation, apporte le fichier.</translation>
    </message>
    <message>
        <source>The edition cannot be read any more</source>
        <translation>L’édition ne peut plus être lue</translation>
    </message>
    <message>
        <source>What was taken stays. Put the stick in and take it again: it goes on from there.</source>
        <translation>Ce qui a été pris reste. Insérez la clé et prenez l’édition de nouveau&#xa0;: cela continue à partir de là.</translation>
    </message>
    <message>
        <source>There is nothing at this place</source>
        <translation>Il n’y a rien à cet endroit</translation>
    </message>
    <message>
        <source>This computer carries as much for others as it may</source>
        <translation>Cet ordinateur transporte déjà pour d’autres autant que permis</translation>
    </message>
    <message>
        <source>Nothing more was taken. Sync, so that the hub gets it.</source>
        <translation>Rien de plus n’a été pris. Synchronisez, pour que le pôle le reçoive.</translation>
    </message>
    <message>
        <source>This computer has joined this hub already</source>
        <translation>Cet ordinateur a déjà rejoint ce pôle</translation>
    </message>
    <message>
        <source>This file is nothing that HubDesk carries</source>
        <translation>Ce fichier n’est pas de ceux que HubDesk transporte</translation>
    </message>
    <message>
        <source>What somebody brought is of a sort that this version does not know</source>
        <translation>Ce qui a été apporté est d’une sorte que cette version ne connaît pas</translation>
    </message>
    <message>
        <source>A desk proposes what it may not</source>
        <translation>Un poste propose ce qui ne lui est pas permis</translation>
    </message>
    <message>
        <source>A desk proposed something else under the same number before</source>
        <translation>Un poste a déjà proposé autre chose sous le même numéro</translation>
    </message>
    <message>
        <source>It was not taken in. That desk must sync once.</source>
        <translation>Cela n’a pas été pris. Ce poste doit synchroniser une fois.</translation>
    </message>
    <message>
        <source>Nothing is accepted, so there is nothing to sign</source>
        <translation>Rien n’est accepté&#xa0;: il n’y a rien à signer</translation>
    </message>
    <message>
        <source>What is accepted is too large to be carried</source>
        <translation>Ce qui est accepté est trop volumineux pour être transporté</translation>
    </message>
    <message>
        <source>It stays accepted. Publish it over a line.</source>
        <translation>Cela reste accepté. Publiez-le par une liaison.</translation>
    </message>
    <message>
        <source>A publication that you signed may still be on its way to the hub</source>
        <translation>Une publication que vous avez signée est peut-être encore en route vers le pôle</translation>
    </message>
    <message>
        <source>Make an edition: it goes with it.</source>
        <translation>Faites une édition&#xa0;: elle part avec.</translation>
    </message>
    <message>
        <source>This is not the address of a relay</source>
        <translation>Ce n’est pas l’adresse d’un relais</translation>
    </message>
    <message>
        <source>Nothing was changed. Copy all of what the relay shows.</source>
        <translation>Rien n’a été modifié. Copiez tout ce que montre le relais.</translation>
    </message>
    <message>
        <source>A relay cannot be reached at this place</source>
        <translation>Aucun relais n’est joignable à cet endroit</translation>
    </message>
    <message>
        <source>The relay takes too long</source>
        <translation>Le relais met trop de temps</translation>
    </message>
    <message>
        <source>Nothing is lost. The hub is asked itself.</source>
        <translation>Rien n’est perdu. La demande va au pôle lui-même.</translation>
    </message>
    <message>
        <source>The file does not lie on this computer</source>
        <translation>Le fichier n’est pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>Nothing was signed. Get it and try it first.</source>
        <translation>Rien n’a été signé. Récupérez-le et essayez-le d’abord.</translation>
    </message>
    <message>
        <source>The file has no licence</source>
        <translation>Le fichier n’a pas de licence</translation>
    </message>
    <message>
        <source>Nothing was signed. Say in the record under which one it may be passed on.</source>
        <translation>Rien n’a été signé. Dites dans la fiche sous laquelle il peut être transmis.</translation>
    </message>
    <message>
        <source>No list of software waits for a signature</source>
        <translation>Aucune liste de logiciels n’attend de signature</translation>
    </message>
    <message>
        <source>This desk may not vouch for software of this hub</source>
        <translation>Ce poste ne peut pas se porter garant des logiciels de ce pôle</translation>
    </message>
    <message>
        <source>Nothing was changed. Its coordinators and the Secretariat can.</source>
        <translation>Rien n’a été modifié. Ses coordinateurs et le Secrétariat le peuvent.</translation>
    </message>
    <message>
        <source>No list of software names this file</source>
        <translation>Aucune liste de logiciels ne nomme ce fichier</translation>
    </message>
    <message>
        <source>The list is another one by now</source>
        <translation>La liste n’est plus la même</translation>
    </message>
    <message>
        <source>Nothing was signed. Look at it again first.</source>
        <translation>Rien n’a été signé. Regardez-la d’abord à nouveau.</translation>
    </message>
    <message>
        <source>Another list waits for a second signature</source>
        <translation>Une autre liste attend une deuxième signature</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at that one and sign it first.</source>
        <translation>Rien n’a été modifié. Regardez d’abord celle-là et signez-la.</translation>
    </message>
    <message>
        <source>The list of software is read by everybody, and this record is for members</source>
        <translation>La liste des logiciels est lue par tous, et cette fiche est pour les membres</translation>
    </message>
    <message>
        <source>The hub did not take the list of software</source>
        <translation>Le pôle n’a pas pris la liste des logiciels</translation>
    </message>
    <message>
        <source>It was dropped here. Offer the file again.</source>
        <translation>Elle a été abandonnée ici. Offrez le fichier à nouveau.</translation>
    </message>
    <message>
        <source>There is too little room to erase what is to be erased</source>
        <translation>Il n’y a pas assez de place pour effacer ce qui doit l’être</translation>
    </message>
    <message>
        <source>It takes {needed} for a moment, and {free} are free. Make room; it goes on by itself.</source>
        <translation>Il faut {needed} pour un moment, et {free} sont libres. Faites de la place&#xa0;; cela reprendra de soi-même.</translation>
    </message>
    <message>
        <source>This record was erased already</source>
        <translation>Cette fiche a déjà été effacée</translation>
    </message>
    <message>
        <source>Records of this kind hold no personal data</source>
        <translation>Les fiches de ce type ne contiennent pas de données personnelles</translation>
    </message>
    <message>
        <source>Nothing was changed. It can be withdrawn instead.</source>
        <translation>Rien n’a été modifié. Elle peut plutôt être retirée.</translation>
    </message>
    <message>
        <source>This is no reason for erasing</source>
        <translation>Ce n’est pas un motif pour effacer</translation>
    </message>
    <message>
        <source>What arrived leaves out the words of a record, and no notice says why</source>
        <translation>Ce qui est arrivé omet le texte d’une fiche, et aucun avis ne dit pourquoi</translation>
    </message>
    <message>
        <source>What arrived is signed, but its hub does not name it as the newest</source>
        <translation>Ce qui est arrivé est signé, mais son pôle ne le nomme pas comme le plus récent</translation>
    </message>
    <message>
        <source>What vouches for this is out of date</source>
        <translation>Ce qui s’en porte garant est périmé</translation>
    </message>
    <message>
        <source>Nothing was changed. Sync with the hub, then try again.</source>
        <translation>Rien n’a été modifié. Synchronisez avec le pôle, puis réessayez.</translation>
    </message>
    <message>
        <source>The key that signed this was withdrawn</source>
        <translation>La clé qui a signé ceci a été retirée</translation>
    </message>
    <message>
        <source>What is here stays. The hub’s next publication by another desk goes on.</source>
        <translation>Ce qui est ici reste. La prochaine publication du pôle par un autre poste prendra la suite.</translation>
    </message>
    <message>
        <source>The desk that this is by was revoked</source>
        <translation>Le poste d’où ceci vient a été révoqué</translation>
    </message>
    <message>
        <source>It was not taken. What is on this computer was not changed.</source>
        <translation>Cela n’a pas été pris. Ce qui est sur cet ordinateur n’a pas été modifié.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask whoever sent it for a new one.</source>
        <translation>Rien n’a été modifié. Demandez-en une nouvelle à la personne qui l’a envoyée.</translation>
    </message>
    <message>
        <source>Its files were left as they are. Ask your hub’s coordinator for help.</source>
        <translation>Ses fichiers sont restés tels quels. Demandez l’aide de la coordination de votre pôle.</translation>
    </message>
    <message>
        <source>What is here can be read, but nothing can be sent.</source>
        <translation>Ce qui est ici peut être lu, mais rien ne peut être envoyé.</translation>
    </message>
    <message>
        <source>What was saved before is safe. Free some space, then try again.</source>
        <translation>Ce qui était enregistré est en sécurité. Libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>What waits here stays. Try again later.</source>
        <translation>Ce qui attend ici y reste. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>It was thrown away. What is on this computer was not changed.</source>
        <translation>Cela a été rejeté. Ce qui est sur cet ordinateur n’a pas été modifié.</translation>
    </message>
    <message>
        <source>Nothing was attached; the draft is as it was.</source>
        <translation>Rien n’a été joint&#xa0;; le brouillon est resté tel quel.</translation>
    </message>
    <message>
        <source>HubDesk is already open with this catalogue</source>
        <translation>HubDesk est déjà ouvert avec ce catalogue</translation>
    </message>
    <message>
        <source>Close the other window, then start again. Nothing was changed.</source>
        <translation>Fermez l’autre fenêtre, puis recommencez. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This catalogue was written by a newer HubDesk</source>
        <translation>Ce catalogue a été écrit par un HubDesk plus récent</translation>
    </message>
    <message>
        <source>This version leaves it untouched. Install the newer version to open it.</source>
        <translation>Cette version n’y touche pas. Installez la version plus récente pour l’ouvrir.</translation>
    </message>
    <message>
        <source>Setting up this catalogue was interrupted</source>
        <translation>La création de ce catalogue a été interrompue</translation>
    </message>
    <message>
        <source>There is no catalogue in this folder</source>
        <translation>Il n’y a pas de catalogue dans ce dossier</translation>
    </message>
    <message>
        <source>The keys of this desk are missing</source>
        <translation>Les clés de ce poste manquent</translation>
    </message>
    <message>
        <source>The keys of this desk cannot be read</source>
        <translation>Les clés de ce poste ne peuvent pas être lues</translation>
    </message>
    <message>
        <source>Nothing was changed. Keep one of the two, or write a sentence of your own.</source>
        <translation>Rien n’a été modifié. Gardez l’une des deux, ou écrivez votre propre phrase.</translation>
    </message>
    <message>
        <source>A file of this program cannot be used</source>
        <translation>Un fichier de ce programme ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>Nothing was changed. Install HubDesk again.</source>
        <translation>Rien n’a été modifié. Réinstallez HubDesk.</translation>
    </message>
    <message>
        <source>This file is not on the list of files to come</source>
        <translation>Ce fichier n’est pas dans la liste des fichiers à venir</translation>
    </message>
    <message>
        <source>It may be here already, or was taken off the list.</source>
        <translation>Il est peut-être déjà ici, ou a été enlevé de la liste.</translation>
    </message>
    <message>
        <source>This proposal is not open any more</source>
        <translation>Cette proposition n’est plus ouverte</translation>
    </message>
    <message>
        <source>It was taken back, replaced or settled meanwhile.</source>
        <translation>Entre-temps, elle a été reprise, remplacée ou tranchée.</translation>
    </message>
    <message>
        <source>The keys of this desk are locked</source>
        <translation>Les clés de ce poste sont verrouillées</translation>
    </message>
    <message>
        <source>Unlock the keyring of this computer, then try again.</source>
        <translation>Déverrouillez le trousseau de cet ordinateur, puis réessayez.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>The disk refuses to read or write</source>
        <translation>Le disque refuse de lire ou d’écrire</translation>
    </message>
    <message>
        <source>What was saved before is safe. Look at the folder {path}.</source>
        <translation>Ce qui était enregistré est en sécurité. Voyez le dossier {path}.</translation>
    </message>
    <message>
        <source>The copy that is made before an upgrade could not be written</source>
        <translation>La copie faite avant une mise à niveau n’a pas pu être écrite</translation>
    </message>
    <message>
        <source>The catalogue was not upgraded. Free some space, then start again.</source>
        <translation>Le catalogue n’a pas été mis à niveau. Libérez de la place, puis recommencez.</translation>
    </message>
    <message>
        <source>The hub does not answer</source>
        <translation>Le pôle ne répond pas</translation>
    </message>
    <message>
        <source>Everything on this computer stays usable. What waits is sent at the next sync.</source>
        <translation>Tout ce qui est sur cet ordinateur reste utilisable. Ce qui attend partira à la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>The link went down</source>
        <translation>La liaison a été coupée</translation>
    </message>
    <message>
        <source>Nothing came over the link for a while</source>
        <translation>Plus rien n’arrive par la liaison</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Arrêté par vous</translation>
    </message>
    <message>
        <source>The server is not the one that the invite named</source>
        <translation>Le serveur n’est pas celui que nommait l’invitation</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Ask your hub’s coordinator.</source>
        <translation>Rien ne lui a été envoyé. Demandez à la coordination de votre pôle.</translation>
    </message>
    <message>
        <source>The hub asks to wait</source>
        <translation>Le pôle demande d’attendre</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again in a few minutes.</source>
        <translation>Rien n’est perdu. Réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>The hub has too much to do</source>
        <translation>Le pôle est surchargé</translation>
    </message>
    <message>
        <source>The server does not know this desk</source>
        <translation>Le serveur ne connaît pas ce poste</translation>
    </message>
    <message>
        <source>Everything here stays. Ask your hub’s coordinator for a new invite.</source>
        <translation>Tout reste ici. Demandez une nouvelle invitation à la coordination de votre pôle.</translation>
    </message>
    <message>
        <source>The server does not have this file</source>
        <translation>Le serveur n’a pas ce fichier</translation>
    </message>
    <message>
        <source>It may have been removed. Ask the record’s hub.</source>
        <translation>Il a peut-être été retiré. Demandez au pôle de la fiche.</translation>
    </message>
    <message>
        <source>The file that arrived is not the one that was signed</source>
        <translation>Le fichier arrivé n’est pas celui qui a été signé</translation>
    </message>
    <message>
        <source>The server takes no more files from this desk for now</source>
        <translation>Le serveur ne prend plus de fichiers de ce poste pour le moment</translation>
    </message>
    <message>
        <source>The server’s disk is full or refuses</source>
        <translation>Le disque du serveur est plein ou refuse</translation>
    </message>
    <message>
        <source>This desk has not joined a hub yet</source>
        <translation>Ce poste n’a pas encore rejoint de pôle</translation>
    </message>
    <message>
        <source>Join one with an invite; then this has a place to go.</source>
        <translation>Rejoignez-en un avec une invitation&#xa0;; ceci aura alors une place.</translation>
    </message>
    <message>
        <source>This is not an invite that HubDesk can read</source>
        <translation>Ce n’est pas une invitation que HubDesk peut lire</translation>
    </message>
    <message>
        <source>Copy the whole line as it was sent to you. Nothing was changed.</source>
        <translation>Copiez la ligne entière telle qu’on vous l’a envoyée. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This invite was used already</source>
        <translation>Cette invitation a déjà servi</translation>
    </message>
    <message>
        <source>This invite is too old</source>
        <translation>Cette invitation est trop ancienne</translation>
    </message>
    <message>
        <source>The server does not know this invite</source>
        <translation>Le serveur ne connaît pas cette invitation</translation>
    </message>
    <message>
        <source>This invite is for another hub</source>
        <translation>Cette invitation est pour un autre pôle</translation>
    </message>
    <message>
        <source>This desk belongs to another Centre already</source>
        <translation>Ce poste appartient déjà à un autre Centre</translation>
    </message>
    <message>
        <source>Nothing was changed. Use another profile for this invite.</source>
        <translation>Rien n’a été modifié. Utilisez un autre profil pour cette invitation.</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>This is not a file</source>
        <translation>Ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Le fichier ne peut pas être lu</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>Le fichier est trop volumineux</translation>
    </message>
    <message>
        <source>The file changed while it was read</source>
        <translation>Le fichier a changé pendant la lecture</translation>
    </message>
    <message>
        <source>Nothing was attached. Close it in the other program, then try again.</source>
        <translation>Rien n’a été joint. Fermez-le dans l’autre programme, puis réessayez.</translation>
    </message>
    <message>
        <source>Records of this kind may not stand there</source>
        <translation>Les fiches de ce type ne peuvent pas être placées là</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another place for it.</source>
        <translation>Rien n’a été modifié. Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>This earlier version is not on this computer</source>
        <translation>Cette version antérieure n’est pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>It comes from the hub when there is a connection.</source>
        <translation>Elle viendra du pôle quand il y aura une liaison.</translation>
    </message>
    <message>
        <source>This desk does not coordinate that hub</source>
        <translation>Ce poste ne coordonne pas ce pôle</translation>
    </message>
    <message>
        <source>The server refused the publication</source>
        <translation>Le serveur a refusé la publication</translation>
    </message>
    <message>
        <source>What was accepted stays accepted. Sync, then try again.</source>
        <translation>Ce qui était accepté le reste. Synchronisez, puis réessayez.</translation>
    </message>
    <message>
        <source>What waits here stays. Ask your hub’s coordinator.</source>
        <translation>Ce qui attend ici y reste. Demandez à la coordination de votre pôle.</translation>
    </message>
    <message>
        <source>It was thrown away; what was checked before is kept. Try again.</source>
        <translation>Cela a été rejeté&#xa0;; ce qui était vérifié est conservé. Réessayez.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>Rien n’a été modifié. Réessayez.</translation>
    </message>
    <message>
        <source>Nobody was let in. Ask your hub’s coordinator.</source>
        <translation>Personne n’a été admis. Demandez à la coordination de votre pôle.</translation>
    </message>
    <message>
        <source>The server cannot go on where it was cut</source>
        <translation>Le serveur ne peut pas reprendre là où c’était coupé</translation>
    </message>
    <message>
        <source>The server did not understand what was sent</source>
        <translation>Le serveur n’a pas compris ce qui a été envoyé</translation>
    </message>
    <message>
        <source>What waits here stays. A proxy on the way may have changed it.</source>
        <translation>Ce qui attend ici y reste. Un relais en chemin l’a peut-être modifié.</translation>
    </message>
    <message>
        <source>The server cannot use the changes that were sent</source>
        <translation>Le serveur ne peut pas utiliser les modifications envoyées</translation>
    </message>
    <message>
        <source>The changes that arrived do not fit what is here</source>
        <translation>Les modifications arrivées ne vont pas avec ce qui est ici</translation>
    </message>
    <message>
        <source>What arrived is damaged</source>
        <translation>Ce qui est arrivé est endommagé</translation>
    </message>
    <message>
        <source>The list of hubs that arrived cannot be trusted</source>
        <translation>On ne peut pas se fier à la liste des pôles qui est arrivée</translation>
    </message>
    <message>
        <source>An answer to a proposal cannot be used</source>
        <translation>Une réponse à une proposition ne peut pas être utilisée</translation>
    </message>
    <message>
        <source>It was thrown away. The proposal stays here.</source>
        <translation>Elle a été rejetée. La proposition reste ici.</translation>
    </message>
    <message>
        <source>Another desk published faster</source>
        <translation>Un autre poste a publié plus vite</translation>
    </message>
    <message>
        <source>The server holds less than this desk</source>
        <translation>Le serveur en a moins que ce poste</translation>
    </message>
    <message>
        <source>It may have been restored from an older copy. Nothing was changed; tell who runs it.</source>
        <translation>Il a peut-être été restauré d’une copie plus ancienne. Rien n’a été modifié&#xa0;; prévenez la personne qui l’administre.</translation>
    </message>
    <message>
        <source>The clock of this computer is ahead</source>
        <translation>L’horloge de cet ordinateur avance</translation>
    </message>
    <message>
        <source>What was accepted stays accepted. Set the clock, then publish again.</source>
        <translation>Ce qui était accepté le reste. Réglez l’horloge, puis publiez de nouveau.</translation>
    </message>
    <message>
        <source>The same version was signed twice with different content</source>
        <translation>La même version a été signée deux fois avec des contenus différents</translation>
    </message>
    <message>
        <source>What is on this computer stays as it is. Tell the hub and the Secretariat.</source>
        <translation>Ce qui est sur cet ordinateur reste tel quel. Prévenez le pôle et le Secrétariat.</translation>
    </message>
    <message>
        <source>This is more than the server takes at once</source>
        <translation>C’est plus que ce que le serveur prend en une fois</translation>
    </message>
    <message>
        <source>The server gave up waiting for this desk</source>
        <translation>Le serveur a cessé d’attendre ce poste</translation>
    </message>
    <message>
        <source>The server is being stopped</source>
        <translation>Le serveur est en cours d’arrêt</translation>
    </message>
    <message>
        <source>The server made a mistake of its own</source>
        <translation>Le serveur a fait lui-même une erreur</translation>
    </message>
    <message>
        <source>The server does not know what was asked for</source>
        <translation>Le serveur ne connaît pas ce qui a été demandé</translation>
    </message>
    <message>
        <source>It may be older than this program. Nothing was changed.</source>
        <translation>Il est peut-être plus ancien que ce programme. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The server takes this request for one that it has seen</source>
        <translation>Le serveur croit avoir déjà vu cette demande</translation>
    </message>
    <message>
        <source>The server does not let this desk have the file any more</source>
        <translation>Le serveur ne laisse plus ce poste avoir le fichier</translation>
    </message>
    <message>
        <source>Nothing is lost. A new sync asks for a new permission.</source>
        <translation>Rien n’est perdu. Une nouvelle synchronisation demande une nouvelle permission.</translation>
    </message>
    <message>
        <source>The server received something else than was sent</source>
        <translation>Le serveur a reçu autre chose que ce qui a été envoyé</translation>
    </message>
    <message>
        <source>The file that arrived has not the size that was stated</source>
        <translation>Le fichier arrivé n’a pas la taille annoncée</translation>
    </message>
    <message>
        <source>A part of the file that arrived does not belong to it</source>
        <translation>Une partie du fichier arrivé n’en fait pas partie</translation>
    </message>
    <message>
        <source>Nobody who was asked has this file</source>
        <translation>Aucun de ceux qui ont été appelés n’a ce fichier</translation>
    </message>
    <message>
        <source>What arrived of it is kept. Try again later.</source>
        <translation>Ce qui en est arrivé est conservé. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>What leads to the new version of the file does not fit</source>
        <translation>Ce qui mène à la nouvelle version du fichier ne va pas</translation>
    </message>
    <message>
        <source>The hub is still preparing the new version of the file</source>
        <translation>Le pôle prépare encore la nouvelle version du fichier</translation>
    </message>
    <message>
        <source>The hub has this file only as a whole</source>
        <translation>Le pôle n’a ce fichier qu’en entier</translation>
    </message>
    <message>
        <source>Nothing was changed. Get the whole file instead.</source>
        <translation>Rien n’a été modifié. Récupérez plutôt le fichier entier.</translation>
    </message>
    <message>
        <source>The server does not have this earlier version</source>
        <translation>Le serveur n’a pas cette version antérieure</translation>
    </message>
    <message>
        <source>What is here stays as it is.</source>
        <translation>Ce qui est ici reste tel quel.</translation>
    </message>
    <message>
        <source>The server does not have this collection</source>
        <translation>Le serveur n’a pas cette collection</translation>
    </message>
    <message>
        <source>The server does not hold the version that was changed</source>
        <translation>Le serveur n’a pas la version qui a été modifiée</translation>
    </message>
    <message>
        <source>Nothing is lost. The change is sent whole with the next sync.</source>
        <translation>Rien n’est perdu. La modification part en entier à la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>What the server holds could not be compared with this computer</source>
        <translation>Le contenu du serveur n’a pas pu être comparé à celui de cet ordinateur</translation>
    </message>
    <message>
        <source>The publication reached the server without its content</source>
        <translation>La publication est arrivée au serveur sans son contenu</translation>
    </message>
    <message>
        <source>What was sent does not fit what was signed</source>
        <translation>Ce qui a été envoyé ne va pas avec ce qui a été signé</translation>
    </message>
    <message>
        <source>The server holds another history of this collection</source>
        <translation>Le serveur a un autre historique de cette collection</translation>
    </message>
    <message>
        <source>What was accepted stays accepted. Tell the hub and the Secretariat.</source>
        <translation>Ce qui était accepté le reste. Prévenez le pôle et le Secrétariat.</translation>
    </message>
    <message>
        <source>The time of the publication cannot be read</source>
        <translation>La date de la publication ne peut pas être lue</translation>
    </message>
    <message>
        <source>This hub has as many publishing desks as it may have</source>
        <translation>Ce pôle a déjà autant de postes qui publient que permis</translation>
    </message>
    <message>
        <source>Nobody was let in. Ask the Secretariat.</source>
        <translation>Personne n’a été admis. Demandez au Secrétariat.</translation>
    </message>
    <message>
        <source>This desk brought no key to publish with</source>
        <translation>Ce poste n’a pas apporté de clé pour publier</translation>
    </message>
    <message>
        <source>The server cannot use the keys of this desk</source>
        <translation>Le serveur ne peut pas utiliser les clés de ce poste</translation>
    </message>
    <message>
        <source>The server has another key than the invite names</source>
        <translation>Le serveur a une autre clé que celle de l’invitation</translation>
    </message>
    <message>
        <source>The admission of a desk cannot be read</source>
        <translation>L’admission d’un poste ne peut pas être lue</translation>
    </message>
    <message>
        <source>The admission that arrived is for another desk</source>
        <translation>L’admission arrivée est pour un autre poste</translation>
    </message>
    <message>
        <source>The key of another desk cannot be used</source>
        <translation>La clé d’un autre poste ne peut pas être utilisée</translation>
    </message>
    <message>
        <source>The clock of this computer is behind</source>
        <translation>L’horloge de cet ordinateur retarde</translation>
    </message>
    <message>
        <source>The Secretariat has not let this desk in yet</source>
        <translation>Le Secrétariat n’a pas encore admis ce poste</translation>
    </message>
    <message>
        <source>Your request is there. Use the same invite again when they tell you.</source>
        <translation>Votre demande y est. Réutilisez la même invitation quand on vous le dira.</translation>
    </message>
    <message>
        <source>The publication came without its hub’s statement</source>
        <translation>La publication est venue sans la déclaration de son pôle</translation>
    </message>
    <message>
        <source>The hub’s statement does not fit what the server holds</source>
        <translation>La déclaration du pôle ne va pas avec ce que le serveur contient</translation>
    </message>
    <message>
        <source>This record was erased for good</source>
        <translation>Cette fiche a été effacée pour toujours</translation>
    </message>
    <message>
        <source>Nothing can be added to it. Write a new one.</source>
        <translation>Rien ne peut y être ajouté. Écrivez-en une nouvelle.</translation>
    </message>
    <message>
        <source>What arrived is older than what is on this computer</source>
        <translation>Ce qui est arrivé est plus ancien que ce qui est sur cet ordinateur</translation>
    </message>
    <message>
        <source>What is new is signed, but did not arrive</source>
        <translation>Les nouveautés sont signées, mais ne sont pas arrivées</translation>
    </message>
    <message>
        <source>What arrived is larger than it may be</source>
        <translation>Ce qui est arrivé est plus volumineux que permis</translation>
    </message>
    <message>
        <source>A proposal arrived without its content</source>
        <translation>Une proposition est arrivée sans son contenu</translation>
    </message>
    <message>
        <source>An answer arrived that is sealed for another desk</source>
        <translation>Une réponse est arrivée, scellée pour un autre poste</translation>
    </message>
    <message>
        <source>The hub’s answer could not be used</source>
        <translation>La réponse du pôle n’a pas pu être utilisée</translation>
    </message>
    <message>
        <source>Nothing was changed on this computer. Try again later.</source>
        <translation>Rien n’a été modifié sur cet ordinateur. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>What arrived does not match its signature</source>
        <translation>Ce qui est arrivé ne correspond pas à sa signature</translation>
    </message>
    <message>
        <source>Your role does not permit this</source>
        <translation>Votre rôle ne le permet pas</translation>
    </message>
    <message>
        <source>Nothing was changed. A coordinator of the hub can do it.</source>
        <translation>Rien n’a été modifié. La coordination du pôle peut le faire.</translation>
    </message>
    <message>
        <source>Nothing was signed. If it is meant, publish again and type the number, {count}.</source>
        <translation>Rien n’a été signé. Si c’est voulu, publiez de nouveau et tapez le nombre, {count}.</translation>
    </message>
    <message>
        <source>This is not on this computer</source>
        <translation>Ceci n’est pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>It may have been withdrawn, or come with the next sync.</source>
        <translation>Cela a peut-être été retiré, ou viendra à la prochaine synchronisation.</translation>
    </message>
    <message>
        <source>This could not be used as it was given</source>
        <translation>Ceci n’a pas pu être utilisé tel quel</translation>
    </message>
    <message>
        <source>The catalogue on this computer is damaged</source>
        <translation>Le catalogue de cet ordinateur est endommagé</translation>
    </message>
    <message>
        <source>HubDesk can bring the newest copy back, with what you wrote since. The damaged one is kept.</source>
        <translation>HubDesk peut rétablir la copie la plus récente, avec ce que vous avez écrit depuis. Le catalogue endommagé est gardé.</translation>
    </message>
    <message>
        <source>The catalogue on this computer is missing</source>
        <translation>Le catalogue de cet ordinateur manque</translation>
    </message>
    <message>
        <source>Its copies are here, with what you wrote. The command “hubdesk backups restore” brings it back.</source>
        <translation>Ses copies sont ici, avec ce que vous avez écrit. La commande «&#xa0;hubdesk backups restore&#xa0;» le rétablit.</translation>
    </message>
    <message>
        <source>The catalogue was closed meanwhile</source>
        <translation>Le catalogue a été fermé entre-temps</translation>
    </message>
    <message>
        <source>What was saved before is safe. Start HubDesk again.</source>
        <translation>Ce qui était enregistré est en sécurité. Relancez HubDesk.</translation>
    </message>
    <message>
        <source>There is no room for today’s copy of the catalogue</source>
        <translation>Il n’y a pas de place pour la copie du jour du catalogue</translation>
    </message>
    <message>
        <source>It needs {needed}, and {free} are free. The earlier copies stay.</source>
        <translation>Il faut {needed}, et {free} sont libres. Les copies précédentes restent.</translation>
    </message>
    <message>
        <source>Something in the catalogue is not as it was written</source>
        <translation>Quelque chose dans le catalogue n’est pas tel qu’il a été écrit</translation>
    </message>
    <message>
        <source>This copy was not kept. The earlier copies stay.</source>
        <translation>Cette copie n’a pas été gardée. Les copies précédentes restent.</translation>
    </message>
    <message>
        <source>This copy of the catalogue is damaged</source>
        <translation>Cette copie du catalogue est endommagée</translation>
    </message>
    <message>
        <source>Nothing was changed. Use another one.</source>
        <translation>Rien n’a été modifié. Prenez-en une autre.</translation>
    </message>
    <message>
        <source>There is no such copy of the catalogue</source>
        <translation>Cette copie du catalogue n’existe pas</translation>
    </message>
    <message>
        <source>There is no good copy of the catalogue</source>
        <translation>Il n’y a pas de bonne copie du catalogue</translation>
    </message>
    <message>
        <source>Nothing was changed. What is published comes from the hub with a new invite.</source>
        <translation>Rien n’a été modifié. Ce qui est publié revient du pôle avec une nouvelle invitation.</translation>
    </message>
    <message>
        <source>The limit of this month, {cap}, is used up</source>
        <translation>La limite de ce mois, {cap}, est atteinte</translation>
    </message>
    <message>
        <source>Nothing is lost; it goes on from {renews}. To go on now, raise it in the settings.</source>
        <translation>Rien n’est perdu&#xa0;; cela reprend le {renews}. Pour continuer maintenant, augmentez-la dans les réglages.</translation>
    </message>
    <message>
        <source>What is left of this month’s {cap} is kept for records</source>
        <translation>Ce qui reste des {cap} de ce mois est gardé pour les fiches</translation>
    </message>
    <message>
        <source>Files go on from {renews}. To go on now, raise the limit in the settings.</source>
        <translation>Les fichiers reprennent le {renews}. Pour continuer maintenant, augmentez la limite dans les réglages.</translation>
    </message>
    <message>
        <source>Files come by themselves between {first} and {last} only</source>
        <translation>Les fichiers ne viennent d’eux-mêmes qu’entre {first} et {last}</translation>
    </message>
    <message>
        <source>What you ask for yourself comes at once.</source>
        <translation>Ce que vous demandez vous-même vient aussitôt.</translation>
    </message>
    <message>
        <source>This link is paid by volume, so nothing comes by itself</source>
        <translation>Cette liaison est payée au volume&#xa0;: rien ne vient de soi-même</translation>
    </message>
    <message>
        <source>What you ask for yourself comes at once. The settings can allow the rest.</source>
        <translation>Ce que vous demandez vous-même vient aussitôt. Les réglages peuvent permettre le reste.</translation>
    </message>
    <message>
        <source>The list of files to come rests</source>
        <translation>La liste des fichiers à venir est en repos</translation>
    </message>
    <message>
        <source>It stays as it is. Choose in the settings which files may come.</source>
        <translation>Elle reste telle quelle. Choisissez dans les réglages quels fichiers peuvent venir.</translation>
    </message>
    <message>
        <source>This limit cannot be set</source>
        <translation>Cette limite ne peut pas être fixée</translation>
    </message>
    <message>
        <source>This limit is too small</source>
        <translation>Cette limite est trop basse</translation>
    </message>
    <message>
        <source>Nothing was changed. The least is {least}.</source>
        <translation>Rien n’a été modifié. Le minimum est {least}.</translation>
    </message>
    <message>
        <source>These hours cannot be used</source>
        <translation>Ces heures ne peuvent pas servir</translation>
    </message>
    <message>
        <source>Nothing was changed. Give two different times of the day.</source>
        <translation>Rien n’a été modifié. Donnez deux heures différentes.</translation>
    </message>
    <message>
        <source>The answer is not one of a HubDesk server</source>
        <translation>La réponse n’est pas celle d’un serveur HubDesk</translation>
    </message>
    <message>
        <source>Nothing was changed. A proxy on the way may be answering instead.</source>
        <translation>Rien n’a été modifié. Un relais en chemin répond peut-être à sa place.</translation>
    </message>
    <message>
        <source>This version cannot read what the other side sent</source>
        <translation>Cette version ne peut pas lire ce qui a été envoyé</translation>
    </message>
    <message>
        <source>The server’s address cannot be used</source>
        <translation>L’adresse du serveur ne peut pas être utilisée</translation>
    </message>
    <message>
        <source>This record is not on this computer</source>
        <translation>Cette fiche n’est pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>This collection is not on this computer</source>
        <translation>Cette collection n’est pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>The record has no such file</source>
        <translation>La fiche n’a pas ce fichier</translation>
    </message>
    <message>
        <source>The record has more than one file</source>
        <translation>La fiche a plusieurs fichiers</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose one of them.</source>
        <translation>Rien n’a été modifié. Choisissez-en un.</translation>
    </message>
    <message>
        <source>There is no draft of this record</source>
        <translation>Il n’y a pas de brouillon de cette fiche</translation>
    </message>
    <message>
        <source>It may have been proposed or deleted meanwhile.</source>
        <translation>Il a peut-être été proposé ou supprimé entre-temps.</translation>
    </message>
    <message>
        <source>Nothing of this record waits to be sent</source>
        <translation>Rien de cette fiche n’attend d’être envoyé</translation>
    </message>
    <message>
        <source>It was settled or taken back meanwhile.</source>
        <translation>Entre-temps, cela a été tranché ou repris.</translation>
    </message>
    <message>
        <source>This version has no content to bring back</source>
        <translation>Cette version n’a pas de contenu à reprendre</translation>
    </message>
    <message>
        <source>This record was never published</source>
        <translation>Cette fiche n’a jamais été publiée</translation>
    </message>
    <message>
        <source>Nothing was changed. Delete its draft instead.</source>
        <translation>Rien n’a été modifié. Supprimez plutôt son brouillon.</translation>
    </message>
    <message>
        <source>The reason is missing</source>
        <translation>Le motif manque</translation>
    </message>
    <message>
        <source>Nothing was changed. Say why; it stays in the history.</source>
        <translation>Rien n’a été modifié. Dites pourquoi&#xa0;; cela reste dans l’historique.</translation>
    </message>
    <message>
        <source>The comment is missing</source>
        <translation>Le commentaire manque</translation>
    </message>
    <message>
        <source>Nothing was changed. Say why; the author reads it.</source>
        <translation>Rien n’a été modifié. Dites pourquoi&#xa0;; l’auteur le lit.</translation>
    </message>
    <message>
        <source>This is larger than a record may be</source>
        <translation>C’est plus long que ne peut l’être une fiche</translation>
    </message>
    <message>
        <source>What you wrote stays here. Shorten it, then try again.</source>
        <translation>Ce que vous avez écrit reste ici. Raccourcissez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>There is nothing left to decide here</source>
        <translation>Il ne reste rien à décider ici</translation>
    </message>
    <message>
        <source>It was decided meanwhile. Nothing was changed.</source>
        <translation>Cela a été décidé entre-temps. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This is not one of the choices</source>
        <translation>Ce n’est pas l’un des choix</translation>
    </message>
    <message>
        <source>What both sides say cannot be joined</source>
        <translation>Ce que disent les deux côtés ne peut pas être réuni</translation>
    </message>
    <message>
        <source>Decided like this, the record could not be proposed</source>
        <translation>Décidée ainsi, la fiche ne pourrait pas être proposée</translation>
    </message>
    <message>
        <source>Nothing of this collection waits for you any more</source>
        <translation>Rien de cette collection ne vous attend plus</translation>
    </message>
    <message>
        <source>The newest version of this collection waits to be looked at</source>
        <translation>La dernière version de cette collection attend d’être regardée</translation>
    </message>
    <message>
        <source>It would withdraw many records. Take it first; what was accepted stays accepted.</source>
        <translation>Elle retirerait beaucoup de fiches. Prenez-la d’abord&#xa0;; ce qui était accepté le reste.</translation>
    </message>
    <message>
        <source>This would withdraw a great part of the collection</source>
        <translation>Cela retirerait une grande partie de la collection</translation>
    </message>
    <message>
        <source>Another program holds the catalogue</source>
        <translation>Un autre programme tient le catalogue</translation>
    </message>
    <message>
        <source>The catalogue on this computer cannot be opened</source>
        <translation>Le catalogue de cet ordinateur ne peut pas être ouvert</translation>
    </message>
    <message>
        <source>The disk refused to save</source>
        <translation>Le disque a refusé d’enregistrer</translation>
    </message>
    <message>
        <source>Something went wrong that HubDesk did not foresee</source>
        <translation>Il s’est passé quelque chose que HubDesk n’avait pas prévu</translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation>Ce qui était enregistré est en sécurité.</translation>
    </message>
    <message>
        <source>Details: {code}</source>
        <translation>Détails&#xa0;: {code}</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>How this computer connects</source>
        <translation>Connexion de cet ordinateur</translation>
    </message>
    <message>
        <source>This computer has joined no hub, so that nothing is sent or received.</source>
        <translation>Cet ordinateur n’a rejoint aucun pôle&#xa0;: rien n’est envoyé ni reçu.</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>Rejoindre un pôle</translation>
    </message>
    <message>
        <source>Central server</source>
        <translation>Serveur central</translation>
    </message>
    <message>
        <source>For trials only: this address is not encrypted.</source>
        <translation>Pour des essais seulement&#xa0;: cette adresse n’est pas chiffrée.</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Pas encore appelé</translation>
    </message>
    <message>
        <source>No answer {time}</source>
        <translation>Pas de réponse&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Link lost {time}</source>
        <translation>Liaison perdue&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Refused the sync {time}</source>
        <translation>Synchronisation refusée&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Answered {time}</source>
        <translation>A répondu&#xa0;: {time}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Every choice is kept at once, on this computer only.</source>
        <translation>Chaque choix est gardé aussitôt, sur cet ordinateur seulement.</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Langue et aspect</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>HubDesk speaks it from its next start.</source>
        <translation>HubDesk la parlera dès son prochain démarrage.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>In addition to the size that the system sets.</source>
        <translation>En plus de la taille fixée par le système.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>You and your work</source>
        <translation>Vous et votre travail</translation>
    </message>
    <message>
        <source>For example National Assembly of Zambia</source>
        <translation>Par exemple Assemblée nationale de Zambie</translation>
    </message>
    <message>
        <source>Offered as the owner of what you write.</source>
        <translation>Proposé comme responsable de ce que vous écrivez.</translation>
    </message>
    <message>
        <source>Your parliament</source>
        <translation>Votre parlement</translation>
    </message>
    <message>
        <source>Sync when HubDesk starts</source>
        <translation>Synchroniser au démarrage de HubDesk</translation>
    </message>
    <message>
        <source>Otherwise it syncs only when you say so. Small changes take a few kilobytes.</source>
        <translation>Sinon, la synchronisation n’a lieu que sur votre demande. De petites modifications pèsent quelques kilo-octets.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Where everything lies</source>
        <translation>Où tout se trouve</translation>
    </message>
    <message>
        <source>Copy the folder’s path</source>
        <translation>Copier le chemin du dossier</translation>
    </message>
    <message>
        <source>The folder’s path was copied</source>
        <translation>Le chemin du dossier a été copié</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Montrer le dossier</translation>
    </message>
    <message>
        <source>Number of this desk</source>
        <translation>Numéro de ce poste</translation>
    </message>
    <message>
        <source>Copy the desk’s number</source>
        <translation>Copier le numéro du poste</translation>
    </message>
    <message>
        <source>The desk’s number was copied</source>
        <translation>Le numéro du poste a été copié</translation>
    </message>
    <message>
        <source>Copies of the catalogue</source>
        <translation>Copies du catalogue</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>En faire une maintenant</translation>
    </message>
    <message>
        <source>Its private keys</source>
        <translation>Ses clés privées</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>About HubDesk</source>
        <translation>À propos de HubDesk</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>free software under the licence {licence}</source>
        <translation>logiciel libre sous la licence {licence}</translation>
    </message>
    <message>
        <source>Made for the IPU’s Centre for Innovation in Parliament. Anybody may use it, study it, change it and pass it on.</source>
        <translation>Fait pour le Centre pour l’innovation au parlement de l’UIP. Chacun peut l’utiliser, l’étudier, le modifier et le transmettre.</translation>
    </message>
    <message>
        <source>Show what it is built on, and the licences</source>
        <translation>Montrer sur quoi il repose, et les licences</translation>
    </message>
    <message>
        <source>Locked with a key that the system’s own keyring keeps</source>
        <translation>Verrouillées par une clé que garde le trousseau du système</translation>
    </message>
    <message>
        <source>Locked with a passphrase</source>
        <translation>Verrouillées par une phrase secrète</translation>
    </message>
    <message>
        <source>Only the rights of the file protect them</source>
        <translation>Seuls les droits du fichier les protègent</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvables</translation>
    </message>
    <message>
        <source>This system keeps no secrets for programs. Lock the disk of this computer, and tell your coordinator when it is lost.</source>
        <translation>Ce système ne garde pas de secrets pour les programmes. Chiffrez le disque de cet ordinateur, et prévenez votre coordinateur en cas de perte.</translation>
    </message>
    <message>
        <source>Without them nothing can be sent. Ask your coordinator for a new invite.</source>
        <translation>Sans elles, rien ne peut être envoyé. Demandez une nouvelle invitation à votre coordinateur.</translation>
    </message>
    <message>
        <source>None yet; one is made each day on which something changed</source>
        <translation>Aucune encore&#xa0;; il s’en fait une chaque jour où quelque chose a changé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept and verified, the last of {time}, {size}</source>
        <translation>
            <numerusform>%Ln gardée et vérifiée, de {time}, {size}</numerusform>
            <numerusform>%Ln gardées et vérifiées, la dernière de {time}, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Making one</source>
        <translation>Copie en cours</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indiquée</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>The form follows the record’s kind. Fields that your version of HubDesk does not know are kept unchanged.</source>
        <translation>Le formulaire suit le type de fiche. Les champs que votre version de HubDesk ne connaît pas sont gardés tels quels.</translation>
    </message>
    <message>
        <source>Withdraw this record</source>
        <translation>Retirer cette fiche</translation>
    </message>
    <message>
        <source>Erase this record for everybody</source>
        <translation>Effacer cette fiche pour tous</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>La suite</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>La suite</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Version publiée</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>Votre brouillon</translation>
    </message>
</context>
<context>
    <name>SideCell</name>
    <message>
        <source>Keep this</source>
        <translation>Garder celle-ci</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardée</translation>
    </message>
</context>
<context>
    <name>SizeCard</name>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Tout le reste</translation>
    </message>
    <message>
        <source>of {size}</source>
        <translation>sur {size}</translation>
    </message>
    <message>
        <source>Fits, {size} left</source>
        <translation>Tient, reste {size}</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Trop volumineuse</translation>
    </message>
</context>
<context>
    <name>SoftwareNote</name>
    <message>
        <source>Withdrawn: {reason}. Do not install it, and remove it where it is installed.</source>
        <translation>Retiré&#xa0;: {reason}. Ne l’installez pas, et désinstallez-le là où il est installé.</translation>
    </message>
    <message>
        <source>May be installed, as of {date}; the hub was not heard of since. Sync before you install it.</source>
        <translation>Peut être installé, état&#xa0;: {date}&#xa0;; pas de nouvelles du pôle depuis. Synchronisez avant de l’installer.</translation>
    </message>
    <message>
        <source>May be installed: two people vouch for it</source>
        <translation>Peut être installé&#xa0;: deux personnes s’en portent garantes</translation>
    </message>
    <message>
        <source>Do not install it yet: only one of two signatures is there</source>
        <translation>Ne l’installez pas encore&#xa0;: il n’y a qu’une signature sur deux</translation>
    </message>
    <message>
        <source>Do not install it: what vouched for it is out of date since {date}</source>
        <translation>Ne l’installez pas&#xa0;: sa garantie est périmée depuis le {date}</translation>
    </message>
    <message>
        <source>Do not install it: nobody vouches for it any more</source>
        <translation>Ne l’installez pas&#xa0;: plus personne ne s’en porte garant</translation>
    </message>
    <message>
        <source>signed by {keys}</source>
        <translation>signé par {keys}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>depuis le {date}</translation>
    </message>
</context>
<context>
    <name>SomeOf</name>
    <message>
        <source>Add one</source>
        <translation>En ajouter</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Enlever {name}</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Pas encore ici</translation>
    </message>
    <message numerus="yes">
        <source>%Ln needed to publish</source>
        <translation>
            <numerusform>%Ln nécessaire pour publier</numerusform>
            <numerusform>%Ln nécessaires pour publier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln point à régler</numerusform>
            <numerusform>%Ln points à régler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), {size}</source>
        <translation>
            <numerusform>%Ln fichier, {size}</numerusform>
            <numerusform>%Ln fichiers, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complet</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Everything you already have stays usable while HubDesk syncs.</source>
        <translation>Tout ce que vous avez déjà reste utilisable pendant la synchronisation.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Sync now (Ctrl+R)</source>
        <translation>Synchroniser maintenant (Ctrl+R)</translation>
    </message>
    <message>
        <source>Pause all files</source>
        <translation>Mettre tous les fichiers en pause</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Do not try again</source>
        <translation>Ne plus essayer</translation>
    </message>
    <message>
        <source>Past syncs</source>
        <translation>Synchronisations passées</translation>
    </message>
    <message>
        <source>No sync yet.</source>
        <translation>Aucune synchronisation pour l’instant.</translation>
    </message>
    <message>
        <source>Join a hub first; then there is a server to sync with.</source>
        <translation>Rejoignez d’abord un pôle&#xa0;; il y aura alors un serveur avec qui synchroniser.</translation>
    </message>
    <message>
        <source>Go on with all files</source>
        <translation>Reprendre tous les fichiers</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) changed</source>
        <translation>
            <numerusform>%Ln fiche modifiée</numerusform>
            <numerusform>%Ln fiches modifiées</numerusform>
        </translation>
    </message>
    <message>
        <source>The sync has begun</source>
        <translation>La synchronisation a commencé</translation>
    </message>
    <message>
        <source>Taken back: it is a draft again</source>
        <translation>Reprise&#xa0;: c’est de nouveau un brouillon</translation>
    </message>
</context>
<context>
    <name>SyncTable</name>
    <message>
        <source>Details: {code}</source>
        <translation>Détails&#xa0;: {code}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Liaison</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>moins de 1 s</translation>
    </message>
    <message>
        <source>Central server</source>
        <translation>Serveur central</translation>
    </message>
    <message>
        <source>USB edition</source>
        <translation>Édition USB</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complète</translation>
    </message>
    <message>
        <source>Link lost, nothing lost</source>
        <translation>Liaison perdue, rien de perdu</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Arrêtée par vous</translation>
    </message>
    <message>
        <source>Not all could be used</source>
        <translation>Pas tout utilisable</translation>
    </message>
</context>
<context>
    <name>SyncWording</name>
    <message>
        <source>Asking the central server</source>
        <translation>Appel au serveur central</translation>
    </message>
    <message>
        <source>Sending your changes</source>
        <translation>Envoi de vos modifications</translation>
    </message>
    <message>
        <source>Receiving {collection}</source>
        <translation>Réception&#xa0;: {collection}</translation>
    </message>
    <message>
        <source>Checking the signatures of {collection}</source>
        <translation>Vérification des signatures&#xa0;: {collection}</translation>
    </message>
    <message>
        <source>Making {collection} searchable</source>
        <translation>Préparation de la recherche&#xa0;: {collection}</translation>
    </message>
    <message>
        <source>Putting things away</source>
        <translation>Rangement</translation>
    </message>
    <message>
        <source>The link went down; waiting to try again</source>
        <translation>La liaison est tombée&#xa0;; nouvel essai en attente</translation>
    </message>
    <message>
        <source>Receiving records</source>
        <translation>Réception des fiches</translation>
    </message>
    <message>
        <source>Checking signatures</source>
        <translation>Vérification des signatures</translation>
    </message>
    <message>
        <source>Making records searchable</source>
        <translation>Préparation de la recherche</translation>
    </message>
    <message>
        <source>again in {time}</source>
        <translation>nouvel essai dans {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
    <message>
        <source>{down} received, {up} sent</source>
        <translation>{down} reçus, {up} envoyés</translation>
    </message>
    <message>
        <source>You stopped the sync at {time}</source>
        <translation>Vous avez arrêté la synchronisation à {time}</translation>
    </message>
    <message>
        <source>The next sync goes on from there.</source>
        <translation>La prochaine synchronisation reprendra là.</translation>
    </message>
    <message>
        <source>The link went down at {time}</source>
        <translation>La liaison est tombée à {time}</translation>
    </message>
    <message>
        <source>The central server did not answer at {time}</source>
        <translation>Le serveur central n’a pas répondu à {time}</translation>
    </message>
    <message>
        <source>The rest follows by itself: HubDesk tries again at {time}.</source>
        <translation>La suite viendra d’elle-même&#xa0;: HubDesk essaie à nouveau à {time}.</translation>
    </message>
    <message>
        <source>{part} are safe on this computer.</source>
        <translation>{part} sont en sécurité sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Everything on this computer is safe, and your changes are kept until they are sent.</source>
        <translation>Tout ce qui est sur cet ordinateur est en sécurité, et vos modifications sont gardées jusqu’à leur envoi.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) new or changed.</source>
        <translation>
            <numerusform>%Ln fiche nouvelle ou modifiée.</numerusform>
            <numerusform>%Ln fiches nouvelles ou modifiées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your changes reached the hub.</source>
        <translation>
            <numerusform>%Ln de vos modifications est arrivée au pôle.</numerusform>
            <numerusform>%Ln de vos modifications sont arrivées au pôle.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing new.</source>
        <translation>Il n’y avait rien de nouveau.</translation>
    </message>
    <message>
        <source>Synced at {time}, with something to look at</source>
        <translation>Synchronisé à {time}, avec un point à regarder</translation>
    </message>
    <message>
        <source>Synced at {time}</source>
        <translation>Synchronisé à {time}</translation>
    </message>
    <message>
        <source>News of {collections} would withdraw many records; it waits for you below.</source>
        <translation>Les nouveautés de {collections} retireraient beaucoup de fiches&#xa0;; elles vous attendent ci-dessous.</translation>
    </message>
    <message>
        <source>This server does not give {collections} to this computer: stop following it on the hubs page.</source>
        <translation>Ce serveur ne donne pas {collections} à cet ordinateur&#xa0;: cessez de suivre sur la page des pôles.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of the answer did not match what was signed; thrown away, nothing here was changed.</source>
        <translation>
            <numerusform>%Ln partie de la réponse ne correspondait pas à ce qui était signé&#xa0;; elle a été jetée, rien n’a changé ici.</numerusform>
            <numerusform>%Ln parties de la réponse ne correspondaient pas à ce qui était signé&#xa0;; elles ont été jetées, rien n’a changé ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details: {code}</source>
        <translation>Détails&#xa0;: {code}</translation>
    </message>
    <message>
        <source>The server had lost news of {collections}; this computer brought it back.</source>
        <translation>Le serveur avait perdu des nouveautés de {collections}&#xa0;; cet ordinateur les a rapportées.</translation>
    </message>
    <message>
        <source>The server holds less of {collections} than this computer; nothing here was changed.</source>
        <translation>Le serveur contient moins de {collections} que cet ordinateur&#xa0;; rien n’a changé ici.</translation>
    </message>
</context>
<context>
    <name>TimesCard</name>
    <message>
        <source>The same over a network</source>
        <translation>La même chose par un réseau</translation>
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
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Fiche</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>About {time} at {speed}</source>
        <translation>Environ {time} à {speed}</translation>
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
        <translation>Chercher dans le catalogue</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
</context>
<context>
    <name>Vouching</name>
    <message>
        <source>Signed {date}, checked on this computer</source>
        <translation>Signée le {date}, vérifiée sur cet ordinateur</translation>
    </message>
    <message>
        <source>Signed {date}, checked on this computer; as of {as_of}</source>
        <translation>Signée le {date}, vérifiée sur cet ordinateur&#xa0;; état&#xa0;: {as_of}</translation>
    </message>
    <message>
        <source>Signed {date}; the signature is out of date since {expires}</source>
        <translation>Signée le {date}&#xa0;; la signature est périmée depuis le {expires}</translation>
    </message>
    <message>
        <source>Signed {date} with a key that was withdrawn since; the last good state is shown</source>
        <translation>Signée le {date} avec une clé retirée depuis&#xa0;; le dernier état sûr est affiché</translation>
    </message>
    <message>
        <source>The hub signed two different states; nothing newer is taken until people have found out why</source>
        <translation>Le pôle a signé deux états différents&#xa0;; rien de plus récent n’est pris tant que l’on ne sait pas pourquoi</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non vérifiée</translation>
    </message>
    <message>
        <source>Its key ends on {expires}; the hub’s coordinators should renew it.</source>
        <translation>Sa clé prend fin le {expires}&#xa0;; les coordinateurs du pôle devraient la renouveler.</translation>
    </message>
    <message>
        <source>{sentence}, by {name}</source>
        <translation>{sentence}, par {name}</translation>
    </message>
</context>
<context>
    <name>WaitingEntry</name>
    <message>
        <source>Without a title</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>proposed {time}</source>
        <translation>proposé {time}</translation>
    </message>
    <message numerus="yes">
        <source>{size} and %Ln file(s)</source>
        <translation>
            <numerusform>{size} et %Ln fichier</numerusform>
            <numerusform>{size} et %Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>À vous de décider</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Accepted, not published yet</source>
        <translation>Accepté, pas encore publié</translation>
    </message>
    <message>
        <source>With the coordinators</source>
        <translation>Chez les coordinateurs</translation>
    </message>
    <message>
        <source>Withdrawal, to be sent</source>
        <translation>Retrait, à envoyer</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>À envoyer</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Write one and press Enter</source>
        <translation>Écrivez-en un et appuyez sur Entrée</translation>
    </message>
    <message>
        <source>Take away {name}</source>
        <translation>Enlever {name}</translation>
    </message>
</context>
<context>
    <name>YesNo</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Non précisé</translation>
    </message>
</context>
<context>
    <name>_Section</name>
    <message>
        <source>Nothing to choose yet</source>
        <translation>Rien à choisir pour l’instant</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>En montrer moins</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
</context>
</TS>
