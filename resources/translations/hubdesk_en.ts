<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>{collection} would withdraw %Ln record(s)</source>
        <translation>
            <numerusform>{collection} would withdraw %Ln record</numerusform>
            <numerusform>{collection} would withdraw %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) changed here and at the hub in the same place</source>
        <translation>
            <numerusform>%Ln record changed here and at the hub in the same place</numerusform>
            <numerusform>%Ln records changed here and at the hub in the same place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinnedEntry</name>
    <message numerus="yes">
        <source>kept %Ln more day(s)</source>
        <translation>
            <numerusform>kept %Ln more day</numerusform>
            <numerusform>kept %Ln more days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarriedPage</name>
    <message numerus="yes">
        <source>%Ln file(s) taken in</source>
        <translation>
            <numerusform>%Ln file taken in</numerusform>
            <numerusform>%Ln files taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for this computer.</source>
        <translation>
            <numerusform>%Ln for this computer.</numerusform>
            <numerusform>%Ln for this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln carried on.</source>
        <translation>
            <numerusform>%Ln carried on.</numerusform>
            <numerusform>%Ln carried on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already.</source>
        <translation>
            <numerusform>%Ln known already.</numerusform>
            <numerusform>%Ln known already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln file written</numerusform>
            <numerusform>%Ln files written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for members alone stay here: they travel in a sealed edition.</source>
        <translation>
            <numerusform>%Ln for members alone stays here: it travels in a sealed edition.</numerusform>
            <numerusform>%Ln for members alone stay here: they travel in a sealed edition.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoicesCard</name>
    <message numerus="yes">
        <source>In the last %n day(s)</source>
        <translation>
            <numerusform>In the last %n day</numerusform>
            <numerusform>In the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClashesPage</name>
    <message numerus="yes">
        <source>%Ln decision(s) saved</source>
        <translation>
            <numerusform>%Ln decision saved</numerusform>
            <numerusform>%Ln decisions saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionState</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContentsCard</name>
    <message numerus="yes">
        <source>Catalogue, all %Ln record(s)</source>
        <translation>
            <numerusform>Catalogue, all %Ln record</numerusform>
            <numerusform>Catalogue, all %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) chosen</source>
        <translation>
            <numerusform>%Ln file chosen</numerusform>
            <numerusform>%Ln files chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay out</source>
        <translation>
            <numerusform>%Ln file stays out</numerusform>
            <numerusform>%Ln files stay out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadsCard</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftEntry</name>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln thing to settle</numerusform>
            <numerusform>%Ln things to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditionPage</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message numerus="yes">
        <source>%Ln field(s) changed here and at the hub. Nothing is lost; choose what to keep.</source>
        <translation>
            <numerusform>%Ln field changed here and at the hub. Nothing is lost; choose what to keep.</numerusform>
            <numerusform>%Ln fields changed here and at the hub. Nothing is lost; choose what to keep.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message numerus="yes">
        <source>Several (%Ln)</source>
        <translation>
            <numerusform>Several (%Ln)</numerusform>
            <numerusform>Several (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), {size}.</source>
        <translation>
            <numerusform>%Ln file, {size}.</numerusform>
            <numerusform>%Ln files, {size}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>%Ln thing(s) to settle before you can propose: {names}</source>
        <translation>
            <numerusform>%Ln thing to settle before you can propose: {names}</numerusform>
            <numerusform>%Ln things to settle before you can propose: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to propose. %Ln field(s) would make it more useful.</source>
        <translation>
            <numerusform>Ready to propose. %Ln field would make it more useful.</numerusform>
            <numerusform>Ready to propose. %Ln fields would make it more useful.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) settled</source>
        <translation>
            <numerusform>%Ln field settled</numerusform>
            <numerusform>%Ln fields settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{settled}, %Ln left</source>
        <translation>
            <numerusform>{settled}, %Ln left</numerusform>
            <numerusform>{settled}, %Ln left</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubCard</name>
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
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubSheet</name>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln participant</numerusform>
            <numerusform>%Ln participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all without problems (%Ln)</source>
        <translation>
            <numerusform>Accept all without problems (%Ln)</numerusform>
            <numerusform>Accept all without problems (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) accepted</source>
        <translation>
            <numerusform>%Ln proposal accepted</numerusform>
            <numerusform>%Ln proposals accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) could not be accepted</source>
        <translation>
            <numerusform>%Ln proposal could not be accepted</numerusform>
            <numerusform>%Ln proposals could not be accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) published</source>
        <translation>
            <numerusform>%Ln change published</numerusform>
            <numerusform>%Ln changes published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{collection} is version {version} now, with %Ln record(s).</source>
        <translation>
            <numerusform>{collection} is version {version} now, with %Ln record.</numerusform>
            <numerusform>{collection} is version {version} now, with %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %Ln record(s)?</source>
        <translation>
            <numerusform>Withdraw %Ln record?</numerusform>
            <numerusform>Withdraw %Ln records?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>News</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) to review</source>
        <translation>
            <numerusform>%n proposal to review</numerusform>
            <numerusform>%n proposals to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new record(s)</source>
        <translation>
            <numerusform>%Ln new record</numerusform>
            <numerusform>%Ln new records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln withdrawn</source>
        <translation>
            <numerusform>%Ln withdrawn</numerusform>
            <numerusform>%Ln withdrawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) and answer(s) on their way</source>
        <translation>
            <numerusform>%Ln proposal or answer on its way</numerusform>
            <numerusform>%Ln proposals and answers on their way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenedPage</name>
    <message numerus="yes">
        <source>%Ln file(s) that are not here, {size}</source>
        <translation>
            <numerusform>%Ln file that is not here, {size}</numerusform>
            <numerusform>%Ln files that are not here, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) are not as signed</source>
        <translation>
            <numerusform>%Ln part is not as signed</numerusform>
            <numerusform>%Ln parts are not as signed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) came.</source>
        <translation>
            <numerusform>%Ln file came.</numerusform>
            <numerusform>%Ln files came.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message numerus="yes">
        <source>%Ln file(s), {size} in all</source>
        <translation>
            <numerusform>%Ln file, {size} in all</numerusform>
            <numerusform>%Ln files, {size} in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) still going up</source>
        <translation>
            <numerusform>%Ln file still going up</numerusform>
            <numerusform>%Ln files still going up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParticipantsPart</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%Ln field(s) changed</source>
        <translation>
            <numerusform>%Ln field changed</numerusform>
            <numerusform>%Ln fields changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message numerus="yes">
        <source>%Ln character(s) too long in {language}. Lists will show the beginning only.</source>
        <translation>
            <numerusform>%Ln character too long in {language}. Lists will show the beginning only.</numerusform>
            <numerusform>%Ln characters too long in {language}. Lists will show the beginning only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) too long. Lists will show the beginning only.</source>
        <translation>
            <numerusform>%Ln character too long. Lists will show the beginning only.</numerusform>
            <numerusform>%Ln characters too long. Lists will show the beginning only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalButton</name>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln thing to settle</numerusform>
            <numerusform>%Ln things to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalPane</name>
    <message numerus="yes">
        <source>%Ln more proposal(s) change this record</source>
        <translation>
            <numerusform>%Ln more proposal changes this record</numerusform>
            <numerusform>%Ln more proposals change this record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed here and by the author. Nothing is lost.</source>
        <translation>
            <numerusform>%Ln field changed here and by the author. Nothing is lost.</numerusform>
            <numerusform>%Ln fields changed here and by the author. Nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed</source>
        <translation>
            <numerusform>%Ln field changed</numerusform>
            <numerusform>%Ln fields changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message numerus="yes">
        <source>%Ln comment(s) to authors go with it.</source>
        <translation>
            <numerusform>%Ln comment to an author goes with it.</numerusform>
            <numerusform>%Ln comments to authors go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{hub}: %Ln accepted change(s)</source>
        <translation>
            <numerusform>{hub}: %Ln accepted change</numerusform>
            <numerusform>{hub}: %Ln accepted changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln change(s)</source>
        <translation>
            <numerusform>Publish %Ln change</numerusform>
            <numerusform>Publish %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message numerus="yes">
        <source>Propose all that are ready (%Ln)</source>
        <translation>
            <numerusform>Propose all that are ready (%Ln)</numerusform>
            <numerusform>Propose all that are ready (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for the next sync</source>
        <translation>
            <numerusform>%Ln waiting for the next sync</numerusform>
            <numerusform>%Ln waiting for the next sync</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) proposed</source>
        <translation>
            <numerusform>%Ln record proposed</numerusform>
            <numerusform>%Ln records proposed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be proposed</source>
        <translation>
            <numerusform>%Ln record could not be proposed</numerusform>
            <numerusform>%Ln records could not be proposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelayCard</name>
    <message numerus="yes">
        <source>%Ln relay(s) found; choose one above.</source>
        <translation>
            <numerusform>%Ln relay found; choose it above.</numerusform>
            <numerusform>%Ln relays found; choose one above.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultHead</name>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n filter</numerusform>
            <numerusform>%n filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n filter(s)</source>
        <translation>
            <numerusform>Remove %n filter</numerusform>
            <numerusform>Remove %n filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%Ln kept and verified, the last of {time}, {size}</source>
        <translation>
            <numerusform>%Ln kept and verified, the last of {time}, {size}</numerusform>
            <numerusform>%Ln kept and verified, the last of {time}, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message numerus="yes">
        <source>%Ln needed to publish</source>
        <translation>
            <numerusform>%Ln needed to publish</numerusform>
            <numerusform>%Ln needed to publish</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to settle</source>
        <translation>
            <numerusform>%Ln thing to settle</numerusform>
            <numerusform>%Ln things to settle</numerusform>
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
            <numerusform>%Ln file, {size}</numerusform>
            <numerusform>%Ln files, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>%Ln record(s) changed</source>
        <translation>
            <numerusform>%Ln record changed</numerusform>
            <numerusform>%Ln records changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWording</name>
    <message numerus="yes">
        <source>%Ln record(s) new or changed.</source>
        <translation>
            <numerusform>%Ln record new or changed.</numerusform>
            <numerusform>%Ln records new or changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your changes reached the hub.</source>
        <translation>
            <numerusform>%Ln of your changes reached the hub.</numerusform>
            <numerusform>%Ln of your changes reached the hub.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of the answer did not match what was signed; thrown away, nothing here was changed.</source>
        <translation>
            <numerusform>%Ln part of the answer did not match what was signed; thrown away, nothing here was changed.</numerusform>
            <numerusform>%Ln parts of the answer did not match what was signed; thrown away, nothing here was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToBeSent</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingEntry</name>
    <message numerus="yes">
        <source>{size} and %Ln file(s)</source>
        <translation>
            <numerusform>{size} and %Ln file</numerusform>
            <numerusform>{size} and %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Section</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
</TS>
