<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>BasisText</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>the server’s answer</source>
        <translation>die Antwort des Servers</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Classified as %1 because %2 says %3.</source>
        <extracomment>%1: reason, %2: a provider of messages, %3: what stands in its log.</extracomment>
        <translation>Als %1 eingeordnet, weil im Protokoll von %2 steht: %3.</translation>
    </message>
    <message>
        <source>Classified as %1 because the log says %2.</source>
        <translation>Als %1 eingeordnet, weil im Protokoll steht: %2.</translation>
    </message>
    <message>
        <source>The catalogue does not know the code “%1”.</source>
        <translation>Der Katalog kennt den Code „%1“ nicht.</translation>
    </message>
    <message>
        <source>the log</source>
        <translation>im Protokoll</translation>
    </message>
    <message>
        <source>the log of %1</source>
        <translation>im Protokoll von %1</translation>
    </message>
    <message>
        <source>Classified as %1 because %2 gives the code “%3”.</source>
        <translation>Als %1 eingeordnet, weil %2 der Code „%3“ steht.</translation>
    </message>
    <message>
        <source>Classified as %1 because %2 gives the status “%3”.</source>
        <translation>Als %1 eingeordnet, weil %2 der Status „%3“ steht.</translation>
    </message>
    <message>
        <source>No reason code is given.</source>
        <translation>Ein Fehlercode ist nicht angegeben.</translation>
    </message>
    <message>
        <source>Classified as %1 because %2 tells of a message that was not delivered.</source>
        <translation>Als %1 eingeordnet, weil %2 eine Nachricht als nicht zugestellt gemeldet ist.</translation>
    </message>
    <message>
        <source>Classified as %1. The basis: %2, which has no column for the status.</source>
        <translation>Als %1 eingeordnet. Grundlage: %2, der keine Spalte für den Status hat.</translation>
    </message>
    <message>
        <source>Neither a reason code nor a status is given.</source>
        <translation>Weder ein Fehlercode noch ein Status ist angegeben.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>%1 does not exist. It may have been moved or renamed; choose it again.</source>
        <translation>%1 gibt es nicht. Vielleicht wurde es verschoben oder umbenannt; bitte erneut auswählen.</translation>
    </message>
    <message>
        <source>You may not use %1. Ask for access to it, or choose another place.</source>
        <translation>Kein Zugriff auf %1. Bitte Zugriff erfragen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder.</source>
        <translation>%1 ist weder eine Datei noch ein Ordner.</translation>
    </message>
    <message>
        <source>%1 could not be read (%2). Nothing was changed; try again, or copy it to another disk.</source>
        <translation>%1 konnte nicht gelesen werden (%2). Nichts wurde verändert; bitte erneut versuchen oder auf einen anderen Datenträger kopieren.</translation>
    </message>
    <message>
        <source>%1 has become shorter since it was opened. Read it again to see what it holds now.</source>
        <translation>%1 ist seit dem Öffnen kürzer geworden. Bitte neu einlesen, um den jetzigen Inhalt zu sehen.</translation>
    </message>
    <message>
        <source>%1 has become longer since it was opened. Read it again to see what was added.</source>
        <translation>%1 ist seit dem Öffnen länger geworden. Bitte neu einlesen, um zu sehen, was hinzugekommen ist.</translation>
    </message>
    <message>
        <source>%1 was replaced by another file since it was opened. Read it again to see the new one.</source>
        <translation>%1 wurde seit dem Öffnen durch eine andere Datei ersetzt. Bitte neu einlesen, um die neue zu sehen.</translation>
    </message>
    <message>
        <source>%1 was changed since it was opened. Read it again to see what it holds now.</source>
        <translation>%1 wurde seit dem Öffnen verändert. Bitte neu einlesen, um den jetzigen Inhalt zu sehen.</translation>
    </message>
    <message>
        <source>There is something new in the folder %1 (%2). Read what is new to see it.</source>
        <translation>Im Ordner %1 gibt es etwas Neues (%2). „Neues einlesen“ zeigt es.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>There is no file in the folder %1.</source>
        <translation>Im Ordner %1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 is not a delivery log. A log has a header line with a reason code or status column, or holds webhook events; this file has: %2</source>
        <translation>%1 ist kein Zustellprotokoll. Ein Protokoll hat eine Kopfzeile mit einer Spalte für Fehlercode oder Status, oder es enthält Webhook-Ereignisse; diese Datei hat: %2</translation>
    </message>
    <message>
        <source>%1 has no column with a reason code or a status. Its columns are: %2</source>
        <translation>%1 hat keine Spalte mit Fehlercode oder Status. Die Spalten sind: %2</translation>
    </message>
    <message>
        <source>%1: only the first sheet of a workbook is read, and here it holds no delivery log. Move the sheet with the log to the front and save. The sheets are: %2</source>
        <translation>%1: Von einer Arbeitsmappe wird nur das erste Blatt gelesen; hier enthält es kein Versandprotokoll. Das Blatt mit dem Protokoll nach vorn schieben und speichern. Die Blätter sind: %2</translation>
    </message>
    <message>
        <source>%1: this is %2: it tells no deliveries. Open the report of bounces, or of sent communications, of that day.</source>
        <translation>%1: Das ist %2: Er nennt keine Zustellungen. Bitte den Tagesbericht über Bounces oder über versendete Mitteilungen dieses Tages öffnen.</translation>
    </message>
    <message>
        <source>%1 is a kind of file that cannot be read (%2). Save it as CSV UTF-8 or XLSX and open that; unpack it first where it is an archive.</source>
        <translation>%1 ist eine Art von Datei, die nicht gelesen werden kann (%2). Bitte als CSV UTF-8 oder XLSX speichern und diese Datei öffnen; ein Archiv vorher entpacken.</translation>
    </message>
    <message>
        <source>%1 is damaged, and nothing of it was read: %2. Get the file again, or ask for it to be sent again.</source>
        <translation>%1 ist beschädigt, nichts davon wurde gelesen: %2. Bitte die Datei noch einmal holen oder noch einmal schicken lassen.</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Save it without one, or unpack it with the password, and open that.</source>
        <translation>%1 ist durch ein Kennwort geschützt. Bitte ohne Kennwort speichern oder mit dem Kennwort entpacken und das Ergebnis öffnen.</translation>
    </message>
    <message>
        <source>%1 could not be opened, because as many files are open as this computer allows a program. Open fewer at once, or pack them into one ZIP file and open that.</source>
        <translation>%1 konnte nicht geöffnet werden, weil so viele Dateien offen sind, wie dieser Computer einem Programm erlaubt. Bitte weniger auf einmal öffnen oder sie in eine ZIP-Datei packen und diese öffnen.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Examples: Europe/Berlin, UTC, +01:00</source>
        <translation>Die Zeitzone „%1“ gibt es nicht. Beispiele: Europe/Berlin, UTC, +01:00</translation>
    </message>
    <message>
        <source>There is no reason code “%1”.</source>
        <translation>Den Fehlercode „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2</source>
        <translation>„%1“ kann nicht verwendet werden: %2</translation>
    </message>
    <message>
        <source>%1, line %3: %2. The catalogue file is not used; the built-in catalogue stays in force.</source>
        <translation>%1, Zeile %3: %2. Die Katalogdatei wird nicht verwendet; der eingebaute Katalog gilt weiter.</translation>
    </message>
    <message>
        <source>%1 could not be written (%2). What was there before is unchanged; free some space or choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden (%2). Was vorher da war, ist unverändert; bitte Platz schaffen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>%1 is a log that is open, and logs are never changed. Choose another file.</source>
        <translation>%1 ist ein geöffnetes Protokoll, und Protokolle werden nie verändert. Bitte eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1 has no header where it was to be: %2. Choose another line for the header.</source>
        <translation>%1 hat keine Kopfzeile, wo sie stehen sollte: %2. Bitte eine andere Zeile für die Kopfzeile wählen.</translation>
    </message>
    <message>
        <source>%1 is not in its folder any more. What was read of it is still shown, as long as it is open.</source>
        <translation>%1 ist nicht mehr in seinem Ordner. Was daraus gelesen wurde, wird weiter angezeigt, solange es offen ist.</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>Search with case: “%1”</source>
        <translation>Suche mit Groß-/Kleinschreibung: „%1“</translation>
    </message>
    <message>
        <source>Search: “%1”</source>
        <translation>Suche: „%1“</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Tells which messages of a delivery log failed, why, and what to do next.</source>
        <translation>Zeigt, welche Nachrichten eines Zustellprotokolls nicht ankamen, warum, und was jetzt zu tun ist.</translation>
    </message>
    <message>
        <source>Language of the window: en or de.</source>
        <translation>Sprache des Fensters: en oder de.</translation>
    </message>
    <message>
        <source>Colours: system, light or dark.</source>
        <translation>Farben: system, light oder dark.</translation>
    </message>
    <message>
        <source>Lay a catalogue file of your own over the built-in one.</source>
        <translation>Eine eigene Katalogdatei über den eingebauten Katalog legen.</translation>
    </message>
    <message>
        <source>Time zone of times that name none, and of days (Europe/Berlin).</source>
        <translation>Zeitzone für Zeitpunkte ohne Zone und für Tage (Europe/Berlin).</translation>
    </message>
    <message>
        <source>Write action list, summary and charts into a folder and end; no window is shown.</source>
        <translation>Maßnahmenliste, Zusammenfassung und Diagramme in einen Ordner schreiben und enden; es erscheint kein Fenster.</translation>
    </message>
    <message>
        <source>Write a picture of the window into a file and end.</source>
        <translation>Ein Bild des Fensters in eine Datei schreiben und enden.</translation>
    </message>
    <message>
        <source>Size of the window, for example 1440x900.</source>
        <translation>Größe des Fensters, zum Beispiel 1440x900.</translation>
    </message>
    <message>
        <source>Files or folders to open.</source>
        <translation>Dateien oder Ordner, die geöffnet werden.</translation>
    </message>
    <message>
        <source>--size %1 is no size; an example is 1440x900</source>
        <translation>--size %1 ist keine Größe; ein Beispiel ist 1440x900</translation>
    </message>
    <message>
        <source>--lang %1: there are en and de</source>
        <translation>--lang %1: es gibt en und de</translation>
    </message>
    <message>
        <source>--theme %1: there are system, light and dark</source>
        <translation>--theme %1: es gibt system, light und dark</translation>
    </message>
    <message>
        <source>Name the logs to report on.</source>
        <translation>Bitte die Protokolle nennen, über die berichtet werden soll.</translation>
    </message>
    <message>
        <source>There is no display to show the window on. --report DIR writes the same as files, and undelivered-cli answers in a terminal.</source>
        <translation>Es gibt keinen Bildschirm für das Fenster. --report ORDNER schreibt dasselbe in Dateien, und undelivered-cli antwortet im Terminal.</translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message>
        <source>Table (text with separators)</source>
        <translation>Tabelle (Text mit Trennzeichen)</translation>
    </message>
    <message>
        <source>Events of collect.AI (JSON)</source>
        <translation>Ereignisse von collect.AI (JSON)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Lines with delivery receipts</source>
        <translation>Zeilen mit Empfangsbestätigungen</translation>
    </message>
    <message>
        <source>E-mails about failed delivery</source>
        <translation>E-Mails über Unzustellbarkeit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Event ID</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1: &quot;Events&quot;, %2: a provider of messages</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Windows-1252 (Western Europe)</source>
        <translation>Windows-1252 (Westeuropa)</translation>
    </message>
    <message>
        <source>Code page 850 (MS-DOS)</source>
        <translation>Codepage 850 (MS-DOS)</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Komma  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Semikolon  ;</translation>
    </message>
    <message>
        <source>Pipe  |</source>
        <translation>Senkrechter Strich  |</translation>
    </message>
    <message>
        <source>two separators fit equally well</source>
        <translation>zwei Trennzeichen passen gleich gut</translation>
    </message>
    <message>
        <source>no column is clearly a reason code or a status</source>
        <translation>keine Spalte ist eindeutig ein Fehlercode oder Status</translation>
    </message>
    <message>
        <source>only one column has a name that is known</source>
        <translation>nur eine Spalte hat einen bekannten Namen</translation>
    </message>
    <message>
        <source>most rows do not have the columns of the header</source>
        <translation>die meisten Zeilen haben nicht die Spalten der Kopfzeile</translation>
    </message>
    <message>
        <source>most rows hold nothing that is understood</source>
        <translation>in den meisten Zeilen ist nichts verständlich</translation>
    </message>
    <message>
        <source>A code that the catalogue does not know; kept as it stands</source>
        <translation>Ein Code, den der Katalog nicht kennt; bleibt, wie er ist</translation>
    </message>
    <message>
        <source>There are no rows below the header.</source>
        <translation>Unter der Kopfzeile stehen keine Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) can be classified</source>
        <translation>
            <numerusform>%1 von %Ln Zeile lässt sich einordnen</numerusform>
            <numerusform>%1 von %Ln Zeilen lassen sich einordnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) cannot be read</source>
        <translation>
            <numerusform>%Ln Zeit ist nicht lesbar</numerusform>
            <numerusform>%Ln Zeiten sind nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) the catalogue does not know</source>
        <translation>
            <numerusform>%Ln Code kennt der Katalog nicht</numerusform>
            <numerusform>%Ln Codes kennt der Katalog nicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln status(es) not known</source>
        <translation>
            <numerusform>%Ln Status ist nicht bekannt</numerusform>
            <numerusform>%Ln Status sind nicht bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln channel(s) not known</source>
        <translation>
            <numerusform>%Ln Kanal ist nicht bekannt</numerusform>
            <numerusform>%Ln Kanäle sind nicht bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with too few or too many cells</source>
        <translation>
            <numerusform>%Ln Zeile mit zu wenigen oder zu vielen Zellen</numerusform>
            <numerusform>%Ln Zeilen mit zu wenigen oder zu vielen Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) not valid in the encoding</source>
        <translation>
            <numerusform>%Ln Zeile passt nicht zur Zeichenkodierung</numerusform>
            <numerusform>%Ln Zeilen passen nicht zur Zeichenkodierung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) in the hour when clocks change</source>
        <translation>
            <numerusform>%Ln Zeit in der Stunde der Zeitumstellung</numerusform>
            <numerusform>%Ln Zeiten in der Stunde der Zeitumstellung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other note(s)</source>
        <translation>
            <numerusform>%Ln weiterer Hinweis</numerusform>
            <numerusform>%Ln weitere Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose events they are is told by their keys, so there is nothing to choose here. Read are events of collect.AI and of %1. If they come from one of these, save them as they arrived, with all their keys. If not, save them as a table (CSV) with a column for the reason code or the status, and open that.</source>
        <translation>Von wem die Ereignisse sind, sagen ihre Schlüssel; hier gibt es darum nichts zu wählen. Gelesen werden Ereignisse von collect.AI und von %1. Wenn sie von dort kommen, bitte so speichern, wie sie eingegangen sind, mit allen Schlüsseln. Wenn nicht, als Tabelle (CSV) mit einer Spalte für den Fehlercode oder den Status speichern und diese öffnen.</translation>
    </message>
</context>
<context>
    <name>SummaryText</name>
    <message>
        <source>Communications</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht zugestellt</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Unknown outcome</source>
        <translation>Ergebnis unbekannt</translation>
    </message>
    <message>
        <source>Yours to fix</source>
        <translation>Selbst behebbar</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was ist zu tun</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Fewer columns than the header; missing cells are empty</source>
        <translation>Weniger Spalten als die Kopfzeile; fehlende Zellen sind leer</translation>
    </message>
    <message>
        <source>More columns than the header</source>
        <translation>Mehr Spalten als die Kopfzeile</translation>
    </message>
    <message>
        <source>A quotation mark that is never closed; read as plain text</source>
        <translation>Ein Anführungszeichen ohne Ende; als Text gelesen</translation>
    </message>
    <message>
        <source>Text after a closing quotation mark; kept as text</source>
        <translation>Text nach einem schließenden Anführungszeichen; als Text behalten</translation>
    </message>
    <message>
        <source>Line too long; left out</source>
        <translation>Zeile zu lang; ausgelassen</translation>
    </message>
    <message>
        <source>Not valid JSON; left out</source>
        <translation>Kein gültiges JSON; ausgelassen</translation>
    </message>
    <message>
        <source>JSON that is no delivery event; left out</source>
        <translation>JSON ohne Zustellereignis; ausgelassen</translation>
    </message>
    <message>
        <source>An event or mail of another kind; left out</source>
        <translation>Ein Ereignis oder eine Mail anderer Art; ausgelassen</translation>
    </message>
    <message>
        <source>The same event again; counted once</source>
        <translation>Dasselbe Ereignis noch einmal; nur einmal gezählt</translation>
    </message>
    <message>
        <source>The header line again; left out</source>
        <translation>Die Kopfzeile noch einmal; ausgelassen</translation>
    </message>
    <message>
        <source>A line that tells of no delivery; left out</source>
        <translation>Eine Zeile ohne Angaben zu einer Zustellung; ausgelassen</translation>
    </message>
    <message>
        <source>A mail system&apos;s report that names no recipient; left out</source>
        <translation>Bericht eines Mailsystems, der keinen Empfänger nennt; ausgelassen</translation>
    </message>
    <message>
        <source>Neither a reason code nor a status</source>
        <translation>Weder Fehlercode noch Status</translation>
    </message>
    <message>
        <source>A status that is not known</source>
        <translation>Ein unbekannter Status</translation>
    </message>
    <message>
        <source>Delivered by its status, failed by its code; counted as failed</source>
        <translation>Laut Status zugestellt, laut Code nicht; als nicht zugestellt gezählt</translation>
    </message>
    <message>
        <source>Time not understood; kept without a time</source>
        <translation>Zeitpunkt nicht verstanden; ohne Zeitpunkt behalten</translation>
    </message>
    <message>
        <source>In the hour that occurs twice when clocks go back; standard time taken</source>
        <translation>In der Stunde, die bei der Zeitumstellung doppelt vorkommt; Normalzeit angenommen</translation>
    </message>
    <message>
        <source>In the hour that clocks skip; moved on by one hour</source>
        <translation>In der Stunde, die bei der Zeitumstellung ausfällt; eine Stunde weiter gezählt</translation>
    </message>
    <message>
        <source>A channel that is not known</source>
        <translation>Ein unbekannter Kanal</translation>
    </message>
    <message>
        <source>Not valid in the file&apos;s encoding; read as Windows-1252</source>
        <translation>In der Zeichenkodierung der Datei ungültig; als Windows-1252 gelesen</translation>
    </message>
    <message>
        <source>A zero byte in the line; kept</source>
        <translation>Ein Null-Byte in der Zeile; behalten</translation>
    </message>
    <message>
        <source>More unknown codes than can be told apart</source>
        <translation>Mehr unbekannte Codes, als unterschieden werden können</translation>
    </message>
    <message>
        <source>A part of a file that is not read; left out</source>
        <translation>Ein Teil einer Datei, der nicht gelesen wird; ausgelassen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A percentage; German puts a (narrow) space before the sign.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>The same message as in another log; counted once</source>
        <translation>Dieselbe Nachricht wie in einem anderen Protokoll; nur einmal gezählt</translation>
    </message>
    <message>
        <source>A number that Excel has rounded; digits are lost, take it from the original log</source>
        <translation>Eine von Excel gerundete Nummer; Ziffern fehlen, bitte dem Original-Protokoll entnehmen</translation>
    </message>
    <message>
        <source>A mobile number without its leading zero, as Excel leaves it; kept</source>
        <translation>Eine Mobilnummer ohne führende Null, wie Excel sie hinterlässt; beibehalten</translation>
    </message>
    <message>
        <source>A reference or customer number that Excel may have turned into a date; kept</source>
        <translation>Eine Referenz oder Kundennummer, die Excel in ein Datum verwandelt haben kann; beibehalten</translation>
    </message>
    <message>
        <source>A cell in which Excel shows something else than its text; take it from the original log</source>
        <translation>Eine Zelle, in der Excel etwas anderes als ihren Text zeigt; bitte dem Original-Protokoll entnehmen</translation>
    </message>
    <message>
        <source>Empty columns behind the last one, as Excel leaves them</source>
        <translation>Leere Spalten hinter der letzten, wie Excel sie hinterlässt</translation>
    </message>
    <message>
        <source>Lines that stood in one cell as a whole, as Excel leaves them; the text in it was read</source>
        <translation>Zeilen, die als Ganzes in einer Zelle standen, wie Excel sie hinterlässt; ihr Inhalt wurde gelesen</translation>
    </message>
    <message>
        <source>A file that could not be read; what it holds is missing</source>
        <translation>Eine Datei, die nicht gelesen werden konnte; ihr Inhalt fehlt</translation>
    </message>
    <message>
        <source>A file that is no delivery log; left out</source>
        <translation>Eine Datei, die kein Zustellprotokoll ist; ausgelassen</translation>
    </message>
    <message>
        <source>A copy of a log that was read already; counted once</source>
        <translation>Eine Kopie eines Protokolls, das schon gelesen wurde; einmal gezählt</translation>
    </message>
</context>
<context>
    <name>undelivered::ActionCard</name>
    <message>
        <source>Show rows</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show rows: %1</source>
        <translation>Zeilen zeigen: %1</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>Liste exportieren …</translation>
    </message>
    <message>
        <source>Export list: %1</source>
        <translation>Liste exportieren: %1</translation>
    </message>
    <message>
        <source>No action needed from you</source>
        <translation>Von Ihnen ist nichts zu tun</translation>
    </message>
    <message>
        <source>Codes that the catalogue does not know: ask the support of collect.AI what they mean</source>
        <translation>Codes, die der Katalog nicht kennt: beim Support von collect.AI nach der Bedeutung fragen</translation>
    </message>
    <message>
        <source>Records without a reason code</source>
        <translation>Einträge ohne Fehlercode</translation>
    </message>
    <message>
        <source>%1 (usually settles by itself)</source>
        <translation>%1 (erledigt sich meist von selbst)</translation>
    </message>
</context>
<context>
    <name>undelivered::ActionsView</name>
    <message>
        <source>What to do</source>
        <translation>Was ist zu tun</translation>
    </message>
    <message>
        <source>Recommended actions, most frequent first</source>
        <translation>Empfohlene Maßnahmen, die häufigste zuerst</translation>
    </message>
    <message>
        <source>Nothing for you to do</source>
        <translation>Nichts zu tun für Sie</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>Nicht eingeordnet</translation>
    </message>
</context>
<context>
    <name>undelivered::CardRow</name>
    <message>
        <source>Take back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>Communications</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 zugestellt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht zugestellt</translation>
    </message>
    <message>
        <source>Failure rate</source>
        <translation>Fehlerquote</translation>
    </message>
    <message>
        <source>of %1 with a result</source>
        <translation>von %1 mit Ergebnis</translation>
    </message>
    <message>
        <source>Yours to fix</source>
        <translation>Selbst behebbar</translation>
    </message>
    <message>
        <source>fully or partially</source>
        <translation>ganz oder teilweise</translation>
    </message>
    <message>
        <source>Permanent</source>
        <translation>Dauerhaft</translation>
    </message>
    <message>
        <source>will fail again</source>
        <translation>scheitert wieder</translation>
    </message>
    <message>
        <source>Temporary</source>
        <translation>Vorübergehend</translation>
    </message>
    <message>
        <source>may arrive later</source>
        <translation>kommt evtl. später an</translation>
    </message>
    <message>
        <source>did not arrive</source>
        <translation>nicht angekommen</translation>
    </message>
    <message>
        <source>no deliveries here</source>
        <translation>hier keine Zustellungen</translation>
    </message>
</context>
<context>
    <name>undelivered::ChartPanel</name>
    <message>
        <source>Show as chart</source>
        <translation>Als Diagramm zeigen</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
</context>
<context>
    <name>undelivered::ChartTableModel</name>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>undelivered::ChartView</name>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
</context>
<context>
    <name>undelivered::Chip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Filter entfernen: %1</translation>
    </message>
</context>
<context>
    <name>undelivered::ChipRow</name>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von %2</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>Gezeigte Zeilen</translation>
    </message>
    <message>
        <source>Rows shown, of all records in the log</source>
        <translation>Gezeigte Zeilen, von allen Einträgen des Protokolls</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Back to all failures</source>
        <translation>Zurück zu allen nicht zugestellten Nachrichten</translation>
    </message>
    <message>
        <source>Remove filter: %1</source>
        <translation>Filter entfernen: %1</translation>
    </message>
</context>
<context>
    <name>undelivered::DetailsPane</name>
    <message>
        <source>Select a row to see what happened and what to do.</source>
        <translation>Eine Zeile auswählen, um zu sehen, was passiert ist und was zu tun ist.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Nothing else in the log for this recipient</source>
        <translation>Nichts weiter zu diesem Empfänger im Protokoll</translation>
    </message>
    <message>
        <source>Same recipient: %1 more</source>
        <translation>Derselbe Empfänger: %1 weitere</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was ist zu tun</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was ist passiert</translation>
    </message>
    <message>
        <source>Answer of the server or network</source>
        <translation>Antwort des Servers oder Netzes</translation>
    </message>
    <message>
        <source>As it stands in the log</source>
        <translation>Wie es im Protokoll steht</translation>
    </message>
    <message>
        <source>Original columns</source>
        <translation>Ursprüngliche Spalten</translation>
    </message>
    <message>
        <source>Other records of the same recipient</source>
        <translation>Andere Einträge desselben Empfängers</translation>
    </message>
    <message>
        <source>How it was classified</source>
        <translation>So wurde eingeordnet</translation>
    </message>
</context>
<context>
    <name>undelivered::EmptyState</name>
    <message>
        <source>Searching and sorting …</source>
        <translation>Es wird gesucht und sortiert …</translation>
    </message>
    <message>
        <source>The log has a header, but no records.</source>
        <translation>Das Protokoll hat eine Kopfzeile, aber keine Einträge.</translation>
    </message>
    <message>
        <source>Nothing failed in this log.</source>
        <translation>In diesem Protokoll kam alles an.</translation>
    </message>
    <message>
        <source>Show all communications</source>
        <translation>Alle Nachrichten zeigen</translation>
    </message>
    <message>
        <source>No row matches these filters.</source>
        <translation>Zu diesen Filtern passt keine Zeile.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>No failure matches these filters.</source>
        <translation>Zu diesen Filtern passt kein Fehler.</translation>
    </message>
</context>
<context>
    <name>undelivered::ExportControl</name>
    <message>
        <source>Action list for Excel (*.csv)</source>
        <translation>Maßnahmenliste für Excel (*.csv)</translation>
    </message>
    <message>
        <source>Action list for other programs (*.csv)</source>
        <translation>Maßnahmenliste für andere Programme (*.csv)</translation>
    </message>
    <message>
        <source>Table as shown, for Excel (*.csv)</source>
        <translation>Tabelle wie gezeigt, für Excel (*.csv)</translation>
    </message>
    <message>
        <source>Export action list</source>
        <translation>Maßnahmenliste exportieren</translation>
    </message>
    <message>
        <source>action list</source>
        <translation>Maßnahmenliste</translation>
    </message>
</context>
<context>
    <name>undelivered::FieldHeader</name>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>%1 (if empty)</source>
        <translation>%1 (wenn leer)</translation>
    </message>
    <message>
        <source>%1 (time of day)</source>
        <translation>%1 (Uhrzeit)</translation>
    </message>
    <message>
        <source>“%1” is read together with the column of the day.</source>
        <translation>„%1“ wird zusammen mit der Spalte des Tages gelesen.</translation>
    </message>
    <message>
        <source>Column “%1” is used as</source>
        <translation>Spalte „%1“ wird verwendet als</translation>
    </message>
    <message>
        <source>“%1” is used where the other column with this meaning is empty.</source>
        <translation>„%1“ wird verwendet, wo die andere Spalte mit dieser Bedeutung leer ist.</translation>
    </message>
    <message>
        <source>What the column “%1” is used as</source>
        <translation>Wofür die Spalte „%1“ verwendet wird</translation>
    </message>
</context>
<context>
    <name>undelivered::FilterPanel</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>undelivered::IssueDialog</name>
    <message>
        <source>Notes from reading the log</source>
        <translation>Hinweise vom Lesen des Protokolls</translation>
    </message>
    <message>
        <source>Read issues</source>
        <translation>Hinweise vom Lesen</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>&amp;Alles kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) or event(s) left out</source>
        <translation>
            <numerusform>%Ln Zeile oder Ereignis ausgelassen</numerusform>
            <numerusform>%Ln Zeilen oder Ereignisse ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) on lines that were kept</source>
        <translation>
            <numerusform>%Ln Hinweis zu behaltenen Zeilen</numerusform>
            <numerusform>%Ln Hinweise zu behaltenen Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of files not read</source>
        <translation>
            <numerusform>%Ln Teil einer Datei nicht gelesen</numerusform>
            <numerusform>%Ln Teile von Dateien nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>No log was changed.</source>
        <translation>An den Protokollen wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Correct what is wrong at its source and open the log again.</source>
        <translation>Bitte an der Quelle berichtigen, was nicht stimmt, und das Protokoll erneut öffnen.</translation>
    </message>
    <message>
        <source>What is counted once needs no correction.</source>
        <translation>Was einmal gezählt wird, braucht keine Berichtigung.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read, and what they hold is missing here.</source>
        <translation>
            <numerusform>%Ln Datei konnte nicht gelesen werden; ihr Inhalt fehlt hier.</numerusform>
            <numerusform>%Ln Dateien konnten nicht gelesen werden; ihr Inhalt fehlt hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are no delivery logs skipped</source>
        <translation>
            <numerusform>%Ln Datei übergangen, die kein Zustellprotokoll ist</numerusform>
            <numerusform>%Ln Dateien übergangen, die keine Zustellprotokolle sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that stand in several logs counted once</source>
        <translation>
            <numerusform>%Ln Nachricht, die in mehreren Protokollen steht, einmal gezählt</numerusform>
            <numerusform>%Ln Nachrichten, die in mehreren Protokollen stehen, einmal gezählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated event(s) counted once</source>
        <translation>
            <numerusform>%Ln wiederholtes Ereignis einmal gezählt</numerusform>
            <numerusform>%Ln wiederholte Ereignisse einmal gezählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copy(s) of logs counted once</source>
        <translation>
            <numerusform>%Ln Kopie eines Protokolls einmal gezählt</numerusform>
            <numerusform>%Ln Kopien von Protokollen einmal gezählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>undelivered::IssueListModel</name>
    <message>
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
    <message>
        <source>whole file</source>
        <translation>ganze Datei</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>Was aufgefallen ist</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Text there</source>
        <translation>Text dort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln-mal</numerusform>
            <numerusform>%Ln-mal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>undelivered::LoadingBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>undelivered::MainWindow</name>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Writing %1 …</source>
        <translation>%1 wird geschrieben …</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>An export is still running. Wait for it, or cancel it first.</source>
        <translation>Ein Export läuft noch. Bitte abwarten oder zuerst abbrechen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was ist zu tun</translation>
    </message>
    <message>
        <source>Delivery logs (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.log *.eml *.mbox *.xlsx *.xlsm *.zip *.gz *.zst);;All files (*)</source>
        <translation>Zustellprotokolle (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.log *.eml *.mbox *.xlsx *.xlsm *.zip *.gz *.zst);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Open a folder of logs</source>
        <translation>Einen Ordner mit Protokollen öffnen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>About Undelivered</source>
        <translation>Über Undelivered</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Undelivered %1&lt;/h3&gt;&lt;p&gt;What failed to arrive, why, and what to do next.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Undelivered %1&lt;/h3&gt;&lt;p&gt;Was nicht ankam, warum, und was jetzt zu tun ist.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 rows are too many to copy; at most %2 are. Export them instead.</source>
        <translation>%1 Zeilen sind zu viele zum Kopieren; höchstens %2 gehen. Bitte stattdessen exportieren.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1</source>
        <translation>
            <numerusform>%Ln Zeile geschrieben: %1</numerusform>
            <numerusform>%Ln Zeilen geschrieben: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Search all columns of the log (Ctrl+F)</source>
        <translation>Alle Spalten des Protokolls (Strg+F)</translation>
    </message>
    <message>
        <source>Search all columns of the log</source>
        <translation>In allen Spalten des Protokolls suchen</translation>
    </message>
    <message>
        <source>Read it differently…</source>
        <translation>Anders einlesen …</translation>
    </message>
    <message>
        <source>Read what is new</source>
        <translation>Neues einlesen</translation>
    </message>
    <message>
        <source>%1 rows are no longer selected: they lie too far apart from each other now. Select them anew.</source>
        <translation>%1 Zeilen sind nicht mehr markiert: Sie liegen jetzt zu weit auseinander. Bitte neu markieren.</translation>
    </message>
</context>
<context>
    <name>undelivered::MappingDialog</name>
    <message>
        <source>Read the log differently</source>
        <translation>Protokoll anders einlesen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The first rows of the log</source>
        <translation>Die ersten Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Einlesen</translation>
    </message>
    <message>
        <source>Reset to the &amp;guess</source>
        <translation>&amp;Zurück zum Vorschlag</translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation>&amp;Protokoll:</translation>
    </message>
    <message>
        <source>Looking at the first rows …</source>
        <translation>Die ersten Zeilen werden gelesen …</translation>
    </message>
    <message>
        <source>This log has no columns to choose from. Below is what is understood of its first records.</source>
        <translation>Dieses Protokoll hat keine Spalten zum Zuordnen. Unten steht, was von den ersten Einträgen verstanden wird.</translation>
    </message>
    <message>
        <source>Undelivered does not know which column holds the reason code or the status. Choose above the columns what they hold; it is remembered for logs with the same header.</source>
        <translation>Undelivered weiß nicht, in welcher Spalte der Fehlercode oder der Status steht. Bitte über den Spalten auswählen, was sie enthalten; für Protokolle mit derselben Kopfzeile wird es gemerkt.</translation>
    </message>
    <message>
        <source>Undelivered is not sure about this log: %1. Check above each column what it is used as.</source>
        <translation>Undelivered ist sich bei diesem Protokoll nicht sicher: %1. Bitte über jeder Spalte prüfen, wofür sie verwendet wird.</translation>
    </message>
    <message>
        <source>Above each column is what it is used as. What you choose is remembered for logs with the same header.</source>
        <translation>Über jeder Spalte steht, wofür sie verwendet wird. Die Auswahl wird für Protokolle mit derselben Kopfzeile gemerkt.</translation>
    </message>
    <message>
        <source>Choose a column for the reason code or the status: without one, nothing can be classified.</source>
        <translation>Bitte eine Spalte für den Fehlercode oder den Status auswählen: Ohne sie lässt sich nichts einordnen.</translation>
    </message>
    <message>
        <source>This file cannot be shown as a log.</source>
        <translation>Diese Datei lässt sich nicht als Protokoll anzeigen.</translation>
    </message>
    <message>
        <source>The first %1 of %2 columns are shown.</source>
        <translation>Die ersten %1 von %2 Spalten sind zu sehen.</translation>
    </message>
    <message>
        <source>The receipts in the column “%1” say what became of each message. Above each column is what it is used as.</source>
        <translation>Die Quittungen in der Spalte „%1“ sagen, was aus jeder Nachricht wurde. Über jeder Spalte steht, wofür sie verwendet wird.</translation>
    </message>
</context>
<context>
    <name>undelivered::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>undelivered::Overview</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>nach Tagen</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>nach Wochen</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>nach Monaten</translation>
    </message>
    <message>
        <source>%1 without a time</source>
        <translation>%1 ohne Zeitpunkt</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <translation>Alles kam an</translation>
    </message>
    <message>
        <source>Failures by reason</source>
        <translation>Fehler nach Grund</translation>
    </message>
    <message>
        <source>By reason</source>
        <translation>Nach Grund</translation>
    </message>
    <message>
        <source>Failures by channel</source>
        <translation>Fehler nach Kanal</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Nach Kanal</translation>
    </message>
    <message>
        <source>Failures by persistence</source>
        <translation>Fehler: dauerhaft?</translation>
    </message>
    <message>
        <source>By persistence</source>
        <translation>Dauerhaft?</translation>
    </message>
    <message>
        <source>Failures: yours to fix?</source>
        <translation>Fehler: selbst behebbar?</translation>
    </message>
    <message>
        <source>Yours to fix?</source>
        <translation>Selbst behebbar?</translation>
    </message>
    <message>
        <source>Failures over time</source>
        <translation>Fehler im Zeitverlauf</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Zeitverlauf</translation>
    </message>
    <message>
        <source>Nothing in this log</source>
        <translation>In diesem Protokoll steht nichts</translation>
    </message>
    <message>
        <source>No times in this log</source>
        <translation>In diesem Protokoll stehen keine Zeitpunkte</translation>
    </message>
    <message>
        <source>None of these has a time</source>
        <translation>Zu keinem davon gibt es einen Zeitpunkt</translation>
    </message>
    <message>
        <source>No failure matches the filter</source>
        <translation>Zum Filter passt kein Fehler</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>Gesamter Zeitraum</translation>
    </message>
</context>
<context>
    <name>undelivered::PreviewModel</name>
    <message>
        <source>Understood as %1 (%2)</source>
        <translation>Verstanden als %1 (%2)</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>This line is left out.</source>
        <translation>Diese Zeile wird ausgelassen.</translation>
    </message>
</context>
<context>
    <name>undelivered::ReadingControl</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiteres</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not sure that %1 is read as it is meant: %2.</source>
        <translation>Es ist nicht sicher, dass %1 richtig eingelesen ist: %2.</translation>
    </message>
    <message>
        <source>Check the columns…</source>
        <translation>Spalten prüfen …</translation>
    </message>
    <message>
        <source>%1: read as you chose before for logs with this header.</source>
        <translation>%1: eingelesen, wie früher für Protokolle mit dieser Kopfzeile gewählt.</translation>
    </message>
    <message>
        <source>Times that name no zone are those of %1, since logs with other choices are open too.</source>
        <translation>Zeiten ohne Zeitzone gelten als Zeiten von %1, weil auch Protokolle mit anderer Wahl geöffnet sind.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
</context>
<context>
    <name>undelivered::ReadingForm</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Line of the header</source>
        <translation>Zeile der Kopfzeile</translation>
    </message>
    <message>
        <source>The line with the names of the columns; what stands above it is not read</source>
        <translation>Die Zeile mit den Namen der Spalten; was darüber steht, wird nicht gelesen</translation>
    </message>
    <message>
        <source>&amp;Header in line:</source>
        <translation>Kop&amp;fzeile in Zeile:</translation>
    </message>
    <message>
        <source>Workbook (Excel)</source>
        <translation>Arbeitsmappe (Excel)</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Ein anderes</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Another separator</source>
        <translation>Anderes Trennzeichen</translation>
    </message>
    <message>
        <source>The character that separates the columns</source>
        <translation>Das Zeichen, das die Spalten trennt</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>The time zone of times that name none, and of days</source>
        <translation>Die Zeitzone von Zeiten, die keine nennen, und von Tagen</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation>&amp;Trennzeichen:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>Zeichen&amp;kodierung:</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>Zeitz&amp;one:</translation>
    </message>
    <message>
        <source>Type the character that separates the columns: one that is neither a letter with an accent nor a quotation mark.</source>
        <translation>Bitte das Zeichen eingeben, das die Spalten trennt: eines, das weder Umlaut noch Anführungszeichen ist.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Examples: Europe/Berlin, UTC, +01:00</source>
        <translation>Die Zeitzone „%1“ gibt es nicht. Beispiele: Europe/Berlin, UTC, +01:00</translation>
    </message>
</context>
<context>
    <name>undelivered::ReasonBox</name>
    <message>
        <source>Search reasons</source>
        <translation>Gründe suchen</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
</context>
<context>
    <name>undelivered::ReasonListModel</name>
    <message>
        <source>%1 – not in the catalogue</source>
        <translation>%1 – nicht im Katalog</translation>
    </message>
</context>
<context>
    <name>undelivered::RecordTable</name>
    <message>
        <source>Failures</source>
        <translation>Nicht zugestellte Nachrichten</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Standardspalten</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy rows with &amp;headers</source>
        <translation>Zeilen mit Ü&amp;berschriften kopieren</translation>
    </message>
</context>
<context>
    <name>undelivered::RecordTableModel</name>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
</context>
<context>
    <name>undelivered::StartPage</name>
    <message>
        <source>Drop a delivery log here</source>
        <translation>Zustellprotokoll hier ablegen</translation>
    </message>
    <message>
        <source>A file, several, or the folder of the daily reports: CSV and text tables from collect.AI, workbooks and text exports of Excel, webhook events as JSON, also in ZIP and gzip files. Undelivered tells what failed, why, and what to do next.</source>
        <translation>Eine Datei, mehrere oder den Ordner der Tagesberichte: CSV- und Texttabellen von collect.AI, Arbeitsmappen und Textexporte aus Excel, Webhook-Ereignisse als JSON, auch in ZIP- und gzip-Dateien. Undelivered zeigt, was nicht ankam, warum, und was jetzt zu tun ist.</translation>
    </message>
    <message>
        <source>&amp;Open log…</source>
        <translation>Protokoll ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>Beis&amp;piel öffnen</translation>
    </message>
    <message>
        <source>Logs stay where they are: nothing is changed in them, and nothing leaves this computer.</source>
        <translation>Protokolle bleiben, wo sie sind: Nichts wird darin verändert, und nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Open fo&amp;lder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
</context>
<context>
    <name>undelivered::TimeBox</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Bi&amp;s</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>Gesamter Zeitraum</translation>
    </message>
    <message>
        <source>Last 7 days of the log</source>
        <translation>Letzte 7 Tage des Protokolls</translation>
    </message>
    <message>
        <source>Last 30 days of the log</source>
        <translation>Letzte 30 Tage des Protokolls</translation>
    </message>
    <message>
        <source>Last 90 days of the log</source>
        <translation>Letzte 90 Tage des Protokolls</translation>
    </message>
    <message>
        <source>Last 12 months of the log</source>
        <translation>Letzte 12 Monate des Protokolls</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Von Tag bis Tag</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>V&amp;on</translation>
    </message>
</context>
<context>
    <name>undelivered::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>F&amp;arben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Open log…</source>
        <translation>Protokoll ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>Beis&amp;piel öffnen</translation>
    </message>
    <message>
        <source>Open the last &amp;logs when starting</source>
        <translation>&amp;Letzte Protokolle beim Start öffnen</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>&amp;Export action list…</source>
        <translation>Maßnahmenliste &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Close log</source>
        <translation>Protokoll &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy rows with &amp;headers</source>
        <translation>Zeilen mit Ü&amp;berschriften kopieren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Match case</source>
        <translation>&amp;Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>C&amp;lear all filters</source>
        <translation>Alle Filter &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Notes from reading…</source>
        <translation>&amp;Hinweise vom Lesen …</translation>
    </message>
    <message>
        <source>&amp;About Undelivered</source>
        <translation>&amp;Über Undelivered</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Open a log in place of this one</source>
        <translation>Ein Protokoll anstelle dieses öffnen</translation>
    </message>
    <message>
        <source>Export action list…</source>
        <translation>Maßnahmenliste exportieren …</translation>
    </message>
    <message>
        <source>Read the log as it is by now; filters and order stay</source>
        <translation>Das Protokoll lesen, wie es jetzt ist; Filter und Reihenfolge bleiben</translation>
    </message>
    <message>
        <source>Write exactly the rows that are shown into a file</source>
        <translation>Genau die gezeigten Zeilen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Open log…</source>
        <translation>Protokoll öffnen …</translation>
    </message>
    <message>
        <source>Match case: find the text only where upper and lower case are the same</source>
        <translation>Groß-/Kleinschreibung beachten: den Text nur finden, wo Groß- und Kleinbuchstaben dieselben sind</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>Read the log &amp;differently…</source>
        <translation>Protokoll &amp;anders einlesen …</translation>
    </message>
    <message>
        <source>Say which column holds what, and how the text is to be read</source>
        <translation>Angeben, welche Spalte was enthält und wie der Text zu lesen ist</translation>
    </message>
</context>
</TS>
