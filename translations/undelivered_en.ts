<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BasisText</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>the server’s answer</source>
        <translation>the server’s answer</translation>
    </message>
    <message>
        <source> and </source>
        <translation> and </translation>
    </message>
    <message>
        <source>Classified as %1 because %2 says %3.</source>
        <extracomment>%1: reason, %2: a provider of messages, %3: what stands in its log.</extracomment>
        <translation>Classified as %1 because %2 says %3.</translation>
    </message>
    <message>
        <source>Classified as %1 because the log says %2.</source>
        <translation>Classified as %1 because the log says %2.</translation>
    </message>
    <message>
        <source>The catalogue does not know the code “%1”.</source>
        <translation>The catalogue does not know the code “%1”.</translation>
    </message>
    <message>
        <source>the log</source>
        <translation>the log</translation>
    </message>
    <message>
        <source>the log of %1</source>
        <translation>the log of %1</translation>
    </message>
    <message>
        <source>Classified as %1 because %2 gives the code “%3”.</source>
        <translation>Classified as %1 because %2 gives the code “%3”.</translation>
    </message>
    <message>
        <source>Classified as %1 because %2 gives the status “%3”.</source>
        <translation>Classified as %1 because %2 gives the status “%3”.</translation>
    </message>
    <message>
        <source>No reason code is given.</source>
        <translation>No reason code is given.</translation>
    </message>
    <message>
        <source>Classified as %1 because %2 tells of a message that was not delivered.</source>
        <translation>Classified as %1 because %2 tells of a message that was not delivered.</translation>
    </message>
    <message>
        <source>Classified as %1. The basis: %2, which has no column for the status.</source>
        <translation>Classified as %1. The basis: %2, which has no column for the status.</translation>
    </message>
    <message>
        <source>Neither a reason code nor a status is given.</source>
        <translation>Neither a reason code nor a status is given.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Cancelled. Nothing was changed.</translation>
    </message>
    <message>
        <source>%1 does not exist. It may have been moved or renamed; choose it again.</source>
        <translation>%1 does not exist. It may have been moved or renamed; choose it again.</translation>
    </message>
    <message>
        <source>You may not use %1. Ask for access to it, or choose another place.</source>
        <translation>You may not use %1. Ask for access to it, or choose another place.</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder.</source>
        <translation>%1 is neither a file nor a folder.</translation>
    </message>
    <message>
        <source>%1 could not be read (%2). Nothing was changed; try again, or copy it to another disk.</source>
        <translation>%1 could not be read (%2). Nothing was changed; try again, or copy it to another disk.</translation>
    </message>
    <message>
        <source>%1 has become shorter since it was opened. Read it again to see what it holds now.</source>
        <translation>%1 has become shorter since it was opened. Read it again to see what it holds now.</translation>
    </message>
    <message>
        <source>%1 has become longer since it was opened. Read it again to see what was added.</source>
        <translation>%1 has become longer since it was opened. Read it again to see what was added.</translation>
    </message>
    <message>
        <source>%1 was replaced by another file since it was opened. Read it again to see the new one.</source>
        <translation>%1 was replaced by another file since it was opened. Read it again to see the new one.</translation>
    </message>
    <message>
        <source>%1 was changed since it was opened. Read it again to see what it holds now.</source>
        <translation>%1 was changed since it was opened. Read it again to see what it holds now.</translation>
    </message>
    <message>
        <source>There is something new in the folder %1 (%2). Read what is new to see it.</source>
        <translation>There is something new in the folder %1 (%2). Read what is new to see it.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 is empty.</translation>
    </message>
    <message>
        <source>There is no file in the folder %1.</source>
        <translation>There is no file in the folder %1.</translation>
    </message>
    <message>
        <source>%1 is not a delivery log. A log has a header line with a reason code or status column, or holds webhook events; this file has: %2</source>
        <translation>%1 is not a delivery log. A log has a header line with a reason code or status column, or holds webhook events; this file has: %2</translation>
    </message>
    <message>
        <source>%1 has no column with a reason code or a status. Its columns are: %2</source>
        <translation>%1 has no column with a reason code or a status. Its columns are: %2</translation>
    </message>
    <message>
        <source>%1: only the first sheet of a workbook is read, and here it holds no delivery log. Move the sheet with the log to the front and save. The sheets are: %2</source>
        <translation>%1: only the first sheet of a workbook is read, and here it holds no delivery log. Move the sheet with the log to the front and save. The sheets are: %2</translation>
    </message>
    <message>
        <source>%1: this is %2: it tells no deliveries. Open the report of bounces, or of sent communications, of that day.</source>
        <translation>%1: this is %2: it tells no deliveries. Open the report of bounces, or of sent communications, of that day.</translation>
    </message>
    <message>
        <source>%1 is a kind of file that cannot be read (%2). Save it as CSV UTF-8 or XLSX and open that; unpack it first where it is an archive.</source>
        <translation>%1 is a kind of file that cannot be read (%2). Save it as CSV UTF-8 or XLSX and open that; unpack it first where it is an archive.</translation>
    </message>
    <message>
        <source>%1 is damaged, and nothing of it was read: %2. Get the file again, or ask for it to be sent again.</source>
        <translation>%1 is damaged, and nothing of it was read: %2. Get the file again, or ask for it to be sent again.</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Save it without one, or unpack it with the password, and open that.</source>
        <translation>%1 is protected by a password. Save it without one, or unpack it with the password, and open that.</translation>
    </message>
    <message>
        <source>%1 could not be opened, because as many files are open as this computer allows a program. Open fewer at once, or pack them into one ZIP file and open that.</source>
        <translation>%1 could not be opened, because as many files are open as this computer allows a program. Open fewer at once, or pack them into one ZIP file and open that.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Examples: Europe/Berlin, UTC, +01:00</source>
        <translation>There is no time zone “%1”. Examples: Europe/Berlin, UTC, +01:00</translation>
    </message>
    <message>
        <source>There is no reason code “%1”.</source>
        <translation>There is no reason code “%1”.</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2</source>
        <translation>“%1” cannot be used: %2</translation>
    </message>
    <message>
        <source>%1, line %3: %2. The catalogue file is not used; the built-in catalogue stays in force.</source>
        <translation>%1, line %3: %2. The catalogue file is not used; the built-in catalogue stays in force.</translation>
    </message>
    <message>
        <source>%1 could not be written (%2). What was there before is unchanged; free some space or choose another place.</source>
        <translation>%1 could not be written (%2). What was there before is unchanged; free some space or choose another place.</translation>
    </message>
    <message>
        <source>%1 is a log that is open, and logs are never changed. Choose another file.</source>
        <translation>%1 is a log that is open, and logs are never changed. Choose another file.</translation>
    </message>
    <message>
        <source>%1 has no header where it was to be: %2. Choose another line for the header.</source>
        <translation>%1 has no header where it was to be: %2. Choose another line for the header.</translation>
    </message>
    <message>
        <source>%1 is not in its folder any more. What was read of it is still shown, as long as it is open.</source>
        <translation>%1 is not in its folder any more. What was read of it is still shown, as long as it is open.</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Time: %1</translation>
    </message>
    <message>
        <source>Search with case: “%1”</source>
        <translation>Search with case: “%1”</translation>
    </message>
    <message>
        <source>Search: “%1”</source>
        <translation>Search: “%1”</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Tells which messages of a delivery log failed, why, and what to do next.</source>
        <translation>Tells which messages of a delivery log failed, why, and what to do next.</translation>
    </message>
    <message>
        <source>Language of the window: en or de.</source>
        <translation>Language of the window: en or de.</translation>
    </message>
    <message>
        <source>Colours: system, light or dark.</source>
        <translation>Colours: system, light or dark.</translation>
    </message>
    <message>
        <source>Lay a catalogue file of your own over the built-in one.</source>
        <translation>Lay a catalogue file of your own over the built-in one.</translation>
    </message>
    <message>
        <source>Time zone of times that name none, and of days (Europe/Berlin).</source>
        <translation>Time zone of times that name none, and of days (Europe/Berlin).</translation>
    </message>
    <message>
        <source>Write action list, summary and charts into a folder and end; no window is shown.</source>
        <translation>Write action list, summary and charts into a folder and end; no window is shown.</translation>
    </message>
    <message>
        <source>Write a picture of the window into a file and end.</source>
        <translation>Write a picture of the window into a file and end.</translation>
    </message>
    <message>
        <source>Size of the window, for example 1440x900.</source>
        <translation>Size of the window, for example 1440x900.</translation>
    </message>
    <message>
        <source>Files or folders to open.</source>
        <translation>Files or folders to open.</translation>
    </message>
    <message>
        <source>--size %1 is no size; an example is 1440x900</source>
        <translation>--size %1 is no size; an example is 1440x900</translation>
    </message>
    <message>
        <source>--lang %1: there are en and de</source>
        <translation>--lang %1: there are en and de</translation>
    </message>
    <message>
        <source>--theme %1: there are system, light and dark</source>
        <translation>--theme %1: there are system, light and dark</translation>
    </message>
    <message>
        <source>Name the logs to report on.</source>
        <translation>Name the logs to report on.</translation>
    </message>
    <message>
        <source>There is no display to show the window on. --report DIR writes the same as files, and undelivered-cli answers in a terminal.</source>
        <translation>There is no display to show the window on. --report DIR writes the same as files, and undelivered-cli answers in a terminal.</translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message>
        <source>Table (text with separators)</source>
        <translation>Table (text with separators)</translation>
    </message>
    <message>
        <source>Events of collect.AI (JSON)</source>
        <translation>Events of collect.AI (JSON)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Lines with delivery receipts</source>
        <translation>Lines with delivery receipts</translation>
    </message>
    <message>
        <source>E-mails about failed delivery</source>
        <translation>E-mails about failed delivery</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Event ID</source>
        <translation>Event ID</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1: &quot;Events&quot;, %2: a provider of messages</extracomment>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Windows-1252 (Western Europe)</source>
        <translation>Windows-1252 (Western Europe)</translation>
    </message>
    <message>
        <source>Code page 850 (MS-DOS)</source>
        <translation>Code page 850 (MS-DOS)</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Comma  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Semicolon  ;</translation>
    </message>
    <message>
        <source>Pipe  |</source>
        <translation>Pipe  |</translation>
    </message>
    <message>
        <source>two separators fit equally well</source>
        <translation>two separators fit equally well</translation>
    </message>
    <message>
        <source>no column is clearly a reason code or a status</source>
        <translation>no column is clearly a reason code or a status</translation>
    </message>
    <message>
        <source>only one column has a name that is known</source>
        <translation>only one column has a name that is known</translation>
    </message>
    <message>
        <source>most rows do not have the columns of the header</source>
        <translation>most rows do not have the columns of the header</translation>
    </message>
    <message>
        <source>most rows hold nothing that is understood</source>
        <translation>most rows hold nothing that is understood</translation>
    </message>
    <message>
        <source>A code that the catalogue does not know; kept as it stands</source>
        <translation>A code that the catalogue does not know; kept as it stands</translation>
    </message>
    <message>
        <source>There are no rows below the header.</source>
        <translation>There are no rows below the header.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) can be classified</source>
        <translation>
            <numerusform>%1 of %Ln row can be classified</numerusform>
            <numerusform>%1 of %Ln rows can be classified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) cannot be read</source>
        <translation>
            <numerusform>%Ln time cannot be read</numerusform>
            <numerusform>%Ln times cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) the catalogue does not know</source>
        <translation>
            <numerusform>%Ln code the catalogue does not know</numerusform>
            <numerusform>%Ln codes the catalogue does not know</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln status(es) not known</source>
        <translation>
            <numerusform>%Ln status not known</numerusform>
            <numerusform>%Ln statuses not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln channel(s) not known</source>
        <translation>
            <numerusform>%Ln channel not known</numerusform>
            <numerusform>%Ln channels not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with too few or too many cells</source>
        <translation>
            <numerusform>%Ln row with too few or too many cells</numerusform>
            <numerusform>%Ln rows with too few or too many cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) not valid in the encoding</source>
        <translation>
            <numerusform>%Ln row not valid in the encoding</numerusform>
            <numerusform>%Ln rows not valid in the encoding</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) in the hour when clocks change</source>
        <translation>
            <numerusform>%Ln time in the hour when clocks change</numerusform>
            <numerusform>%Ln times in the hour when clocks change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other note(s)</source>
        <translation>
            <numerusform>%Ln other note</numerusform>
            <numerusform>%Ln other notes</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose events they are is told by their keys, so there is nothing to choose here. Read are events of collect.AI and of %1. If they come from one of these, save them as they arrived, with all their keys. If not, save them as a table (CSV) with a column for the reason code or the status, and open that.</source>
        <translation>Whose events they are is told by their keys, so there is nothing to choose here. Read are events of collect.AI and of %1. If they come from one of these, save them as they arrived, with all their keys. If not, save them as a table (CSV) with a column for the reason code or the status, and open that.</translation>
    </message>
</context>
<context>
    <name>SummaryText</name>
    <message>
        <source>Communications</source>
        <translation>Communications</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Unknown outcome</source>
        <translation>Unknown outcome</translation>
    </message>
    <message>
        <source>Yours to fix</source>
        <translation>Yours to fix</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Reasons</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Fewer columns than the header; missing cells are empty</source>
        <translation>Fewer columns than the header; missing cells are empty</translation>
    </message>
    <message>
        <source>More columns than the header</source>
        <translation>More columns than the header</translation>
    </message>
    <message>
        <source>A quotation mark that is never closed; read as plain text</source>
        <translation>A quotation mark that is never closed; read as plain text</translation>
    </message>
    <message>
        <source>Text after a closing quotation mark; kept as text</source>
        <translation>Text after a closing quotation mark; kept as text</translation>
    </message>
    <message>
        <source>Line too long; left out</source>
        <translation>Line too long; left out</translation>
    </message>
    <message>
        <source>Not valid JSON; left out</source>
        <translation>Not valid JSON; left out</translation>
    </message>
    <message>
        <source>JSON that is no delivery event; left out</source>
        <translation>JSON that is no delivery event; left out</translation>
    </message>
    <message>
        <source>An event or mail of another kind; left out</source>
        <translation>An event or mail of another kind; left out</translation>
    </message>
    <message>
        <source>The same event again; counted once</source>
        <translation>The same event again; counted once</translation>
    </message>
    <message>
        <source>The header line again; left out</source>
        <translation>The header line again; left out</translation>
    </message>
    <message>
        <source>A line that tells of no delivery; left out</source>
        <translation>A line that tells of no delivery; left out</translation>
    </message>
    <message>
        <source>A mail system&apos;s report that names no recipient; left out</source>
        <translation>A mail system&apos;s report that names no recipient; left out</translation>
    </message>
    <message>
        <source>Neither a reason code nor a status</source>
        <translation>Neither a reason code nor a status</translation>
    </message>
    <message>
        <source>A status that is not known</source>
        <translation>A status that is not known</translation>
    </message>
    <message>
        <source>Delivered by its status, failed by its code; counted as failed</source>
        <translation>Delivered by its status, failed by its code; counted as failed</translation>
    </message>
    <message>
        <source>Time not understood; kept without a time</source>
        <translation>Time not understood; kept without a time</translation>
    </message>
    <message>
        <source>In the hour that occurs twice when clocks go back; standard time taken</source>
        <translation>In the hour that occurs twice when clocks go back; standard time taken</translation>
    </message>
    <message>
        <source>In the hour that clocks skip; moved on by one hour</source>
        <translation>In the hour that clocks skip; moved on by one hour</translation>
    </message>
    <message>
        <source>A channel that is not known</source>
        <translation>A channel that is not known</translation>
    </message>
    <message>
        <source>Not valid in the file&apos;s encoding; read as Windows-1252</source>
        <translation>Not valid in the file&apos;s encoding; read as Windows-1252</translation>
    </message>
    <message>
        <source>A zero byte in the line; kept</source>
        <translation>A zero byte in the line; kept</translation>
    </message>
    <message>
        <source>More unknown codes than can be told apart</source>
        <translation>More unknown codes than can be told apart</translation>
    </message>
    <message>
        <source>A part of a file that is not read; left out</source>
        <translation>A part of a file that is not read; left out</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
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
        <translation>The same message as in another log; counted once</translation>
    </message>
    <message>
        <source>A number that Excel has rounded; digits are lost, take it from the original log</source>
        <translation>A number that Excel has rounded; digits are lost, take it from the original log</translation>
    </message>
    <message>
        <source>A mobile number without its leading zero, as Excel leaves it; kept</source>
        <translation>A mobile number without its leading zero, as Excel leaves it; kept</translation>
    </message>
    <message>
        <source>A reference or customer number that Excel may have turned into a date; kept</source>
        <translation>A reference or customer number that Excel may have turned into a date; kept</translation>
    </message>
    <message>
        <source>A cell in which Excel shows something else than its text; take it from the original log</source>
        <translation>A cell in which Excel shows something else than its text; take it from the original log</translation>
    </message>
    <message>
        <source>Empty columns behind the last one, as Excel leaves them</source>
        <translation>Empty columns behind the last one, as Excel leaves them</translation>
    </message>
    <message>
        <source>Lines that stood in one cell as a whole, as Excel leaves them; the text in it was read</source>
        <translation>Lines that stood in one cell as a whole, as Excel leaves them; the text in it was read</translation>
    </message>
    <message>
        <source>A file that could not be read; what it holds is missing</source>
        <translation>A file that could not be read; what it holds is missing</translation>
    </message>
    <message>
        <source>A file that is no delivery log; left out</source>
        <translation>A file that is no delivery log; left out</translation>
    </message>
    <message>
        <source>A copy of a log that was read already; counted once</source>
        <translation>A copy of a log that was read already; counted once</translation>
    </message>
</context>
<context>
    <name>undelivered::ActionCard</name>
    <message>
        <source>Show rows</source>
        <translation>Show rows</translation>
    </message>
    <message>
        <source>Show rows: %1</source>
        <translation>Show rows: %1</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>Export list…</translation>
    </message>
    <message>
        <source>Export list: %1</source>
        <translation>Export list: %1</translation>
    </message>
    <message>
        <source>No action needed from you</source>
        <translation>No action needed from you</translation>
    </message>
    <message>
        <source>Codes that the catalogue does not know: ask the support of collect.AI what they mean</source>
        <translation>Codes that the catalogue does not know: ask the support of collect.AI what they mean</translation>
    </message>
    <message>
        <source>Records without a reason code</source>
        <translation>Records without a reason code</translation>
    </message>
    <message>
        <source>%1 (usually settles by itself)</source>
        <translation>%1 (usually settles by itself)</translation>
    </message>
</context>
<context>
    <name>undelivered::ActionsView</name>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Recommended actions, most frequent first</source>
        <translation>Recommended actions, most frequent first</translation>
    </message>
    <message>
        <source>Nothing for you to do</source>
        <translation>Nothing for you to do</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>Not classified</translation>
    </message>
</context>
<context>
    <name>undelivered::CardRow</name>
    <message>
        <source>Take back: %1</source>
        <translation>Take back: %1</translation>
    </message>
    <message>
        <source>Communications</source>
        <translation>Communications</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 delivered</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Failure rate</source>
        <translation>Failure rate</translation>
    </message>
    <message>
        <source>of %1 with a result</source>
        <translation>of %1 with a result</translation>
    </message>
    <message>
        <source>Yours to fix</source>
        <translation>Yours to fix</translation>
    </message>
    <message>
        <source>fully or partially</source>
        <translation>fully or partially</translation>
    </message>
    <message>
        <source>Permanent</source>
        <translation>Permanent</translation>
    </message>
    <message>
        <source>will fail again</source>
        <translation>will fail again</translation>
    </message>
    <message>
        <source>Temporary</source>
        <translation>Temporary</translation>
    </message>
    <message>
        <source>may arrive later</source>
        <translation>may arrive later</translation>
    </message>
    <message>
        <source>did not arrive</source>
        <translation>did not arrive</translation>
    </message>
    <message>
        <source>no deliveries here</source>
        <translation>no deliveries here</translation>
    </message>
</context>
<context>
    <name>undelivered::ChartPanel</name>
    <message>
        <source>Show as chart</source>
        <translation>Show as chart</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Show as table</translation>
    </message>
</context>
<context>
    <name>undelivered::ChartTableModel</name>
    <message>
        <source>chosen</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
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
        <translation>%1, chosen</translation>
    </message>
</context>
<context>
    <name>undelivered::Chip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>Remove filter: %1</translation>
    </message>
</context>
<context>
    <name>undelivered::ChipRow</name>
    <message>
        <source>Clear all filters</source>
        <translation>Clear all filters</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; of %2</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>Rows shown</translation>
    </message>
    <message>
        <source>Rows shown, of all records in the log</source>
        <translation>Rows shown, of all records in the log</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>Back to all failures</source>
        <translation>Back to all failures</translation>
    </message>
    <message>
        <source>Remove filter: %1</source>
        <translation>Remove filter: %1</translation>
    </message>
</context>
<context>
    <name>undelivered::DetailsPane</name>
    <message>
        <source>Select a row to see what happened and what to do.</source>
        <translation>Select a row to see what happened and what to do.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, line %2</translation>
    </message>
    <message>
        <source>Nothing else in the log for this recipient</source>
        <translation>Nothing else in the log for this recipient</translation>
    </message>
    <message>
        <source>Same recipient: %1 more</source>
        <translation>Same recipient: %1 more</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Answer of the server or network</source>
        <translation>Answer of the server or network</translation>
    </message>
    <message>
        <source>As it stands in the log</source>
        <translation>As it stands in the log</translation>
    </message>
    <message>
        <source>Original columns</source>
        <translation>Original columns</translation>
    </message>
    <message>
        <source>Other records of the same recipient</source>
        <translation>Other records of the same recipient</translation>
    </message>
    <message>
        <source>How it was classified</source>
        <translation>How it was classified</translation>
    </message>
</context>
<context>
    <name>undelivered::EmptyState</name>
    <message>
        <source>Searching and sorting …</source>
        <translation>Searching and sorting …</translation>
    </message>
    <message>
        <source>The log has a header, but no records.</source>
        <translation>The log has a header, but no records.</translation>
    </message>
    <message>
        <source>Nothing failed in this log.</source>
        <translation>Nothing failed in this log.</translation>
    </message>
    <message>
        <source>Show all communications</source>
        <translation>Show all communications</translation>
    </message>
    <message>
        <source>No row matches these filters.</source>
        <translation>No row matches these filters.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Clear all filters</translation>
    </message>
    <message>
        <source>No failure matches these filters.</source>
        <translation>No failure matches these filters.</translation>
    </message>
</context>
<context>
    <name>undelivered::ExportControl</name>
    <message>
        <source>Action list for Excel (*.csv)</source>
        <translation>Action list for Excel (*.csv)</translation>
    </message>
    <message>
        <source>Action list for other programs (*.csv)</source>
        <translation>Action list for other programs (*.csv)</translation>
    </message>
    <message>
        <source>Table as shown, for Excel (*.csv)</source>
        <translation>Table as shown, for Excel (*.csv)</translation>
    </message>
    <message>
        <source>Export action list</source>
        <translation>Export action list</translation>
    </message>
    <message>
        <source>action list</source>
        <translation>action list</translation>
    </message>
</context>
<context>
    <name>undelivered::FieldHeader</name>
    <message>
        <source>not used</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>%1 (if empty)</source>
        <translation>%1 (if empty)</translation>
    </message>
    <message>
        <source>%1 (time of day)</source>
        <translation>%1 (time of day)</translation>
    </message>
    <message>
        <source>“%1” is read together with the column of the day.</source>
        <translation>“%1” is read together with the column of the day.</translation>
    </message>
    <message>
        <source>Column “%1” is used as</source>
        <translation>Column “%1” is used as</translation>
    </message>
    <message>
        <source>“%1” is used where the other column with this meaning is empty.</source>
        <translation>“%1” is used where the other column with this meaning is empty.</translation>
    </message>
    <message>
        <source>What the column “%1” is used as</source>
        <translation>What the column “%1” is used as</translation>
    </message>
</context>
<context>
    <name>undelivered::FilterPanel</name>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
</context>
<context>
    <name>undelivered::IssueDialog</name>
    <message>
        <source>Notes from reading the log</source>
        <translation>Notes from reading the log</translation>
    </message>
    <message>
        <source>Read issues</source>
        <translation>Read issues</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>&amp;Copy all</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) or event(s) left out</source>
        <translation>
            <numerusform>%Ln line or event left out</numerusform>
            <numerusform>%Ln lines or events left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) on lines that were kept</source>
        <translation>
            <numerusform>%Ln note on lines that were kept</numerusform>
            <numerusform>%Ln notes on lines that were kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of files not read</source>
        <translation>
            <numerusform>%Ln part of a file not read</numerusform>
            <numerusform>%Ln parts of files not read</numerusform>
        </translation>
    </message>
    <message>
        <source>No log was changed.</source>
        <translation>No log was changed.</translation>
    </message>
    <message>
        <source>Correct what is wrong at its source and open the log again.</source>
        <translation>Correct what is wrong at its source and open the log again.</translation>
    </message>
    <message>
        <source>What is counted once needs no correction.</source>
        <translation>What is counted once needs no correction.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read, and what they hold is missing here.</source>
        <translation>
            <numerusform>%Ln file could not be read, and what it holds is missing here.</numerusform>
            <numerusform>%Ln files could not be read, and what they hold is missing here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that are no delivery logs skipped</source>
        <translation>
            <numerusform>%Ln file that is no delivery log skipped</numerusform>
            <numerusform>%Ln files that are no delivery logs skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that stand in several logs counted once</source>
        <translation>
            <numerusform>%Ln message that stands in several logs counted once</numerusform>
            <numerusform>%Ln messages that stand in several logs counted once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated event(s) counted once</source>
        <translation>
            <numerusform>%Ln repeated event counted once</numerusform>
            <numerusform>%Ln repeated events counted once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln copy(s) of logs counted once</source>
        <translation>
            <numerusform>%Ln copy of a log counted once</numerusform>
            <numerusform>%Ln copies of logs counted once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>undelivered::IssueListModel</name>
    <message>
        <source>the first %1 are listed</source>
        <translation>the first %1 are listed</translation>
    </message>
    <message>
        <source>whole file</source>
        <translation>whole file</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>line %1</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>What was noticed</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Text there</source>
        <translation>Text there</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>undelivered::LoadingBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>undelivered::MainWindow</name>
    <message>
        <source>Clear all filters</source>
        <translation>Clear all filters</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>Reading %1 …</translation>
    </message>
    <message>
        <source>Writing %1 …</source>
        <translation>Writing %1 …</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>An export is still running. Wait for it, or cancel it first.</source>
        <translation>An export is still running. Wait for it, or cancel it first.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Forget these</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Match case</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Delivery logs (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.log *.eml *.mbox *.xlsx *.xlsm *.zip *.gz *.zst);;All files (*)</source>
        <translation>Delivery logs (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.log *.eml *.mbox *.xlsx *.xlsm *.zip *.gz *.zst);;All files (*)</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Open log</translation>
    </message>
    <message>
        <source>Open a folder of logs</source>
        <translation>Open a folder of logs</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>About Undelivered</source>
        <translation>About Undelivered</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Undelivered %1&lt;/h3&gt;&lt;p&gt;What failed to arrive, why, and what to do next.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Undelivered %1&lt;/h3&gt;&lt;p&gt;What failed to arrive, why, and what to do next.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 rows are too many to copy; at most %2 are. Export them instead.</source>
        <translation>%1 rows are too many to copy; at most %2 are. Export them instead.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1</source>
        <translation>
            <numerusform>%Ln row written to %1</numerusform>
            <numerusform>%Ln rows written to %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Search all columns of the log (Ctrl+F)</source>
        <translation>Search all columns of the log (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search all columns of the log</source>
        <translation>Search all columns of the log</translation>
    </message>
    <message>
        <source>Read it differently…</source>
        <translation>Read it differently…</translation>
    </message>
    <message>
        <source>Read what is new</source>
        <translation>Read what is new</translation>
    </message>
    <message>
        <source>%1 rows are no longer selected: they lie too far apart from each other now. Select them anew.</source>
        <translation>%1 rows are no longer selected: they lie too far apart from each other now. Select them anew.</translation>
    </message>
</context>
<context>
    <name>undelivered::MappingDialog</name>
    <message>
        <source>Read the log differently</source>
        <translation>Read the log differently</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>The first rows of the log</source>
        <translation>The first rows of the log</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Read</translation>
    </message>
    <message>
        <source>Reset to the &amp;guess</source>
        <translation>Reset to the &amp;guess</translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation>&amp;Log:</translation>
    </message>
    <message>
        <source>Looking at the first rows …</source>
        <translation>Looking at the first rows …</translation>
    </message>
    <message>
        <source>This log has no columns to choose from. Below is what is understood of its first records.</source>
        <translation>This log has no columns to choose from. Below is what is understood of its first records.</translation>
    </message>
    <message>
        <source>Undelivered does not know which column holds the reason code or the status. Choose above the columns what they hold; it is remembered for logs with the same header.</source>
        <translation>Undelivered does not know which column holds the reason code or the status. Choose above the columns what they hold; it is remembered for logs with the same header.</translation>
    </message>
    <message>
        <source>Undelivered is not sure about this log: %1. Check above each column what it is used as.</source>
        <translation>Undelivered is not sure about this log: %1. Check above each column what it is used as.</translation>
    </message>
    <message>
        <source>Above each column is what it is used as. What you choose is remembered for logs with the same header.</source>
        <translation>Above each column is what it is used as. What you choose is remembered for logs with the same header.</translation>
    </message>
    <message>
        <source>Choose a column for the reason code or the status: without one, nothing can be classified.</source>
        <translation>Choose a column for the reason code or the status: without one, nothing can be classified.</translation>
    </message>
    <message>
        <source>This file cannot be shown as a log.</source>
        <translation>This file cannot be shown as a log.</translation>
    </message>
    <message>
        <source>The first %1 of %2 columns are shown.</source>
        <translation>The first %1 of %2 columns are shown.</translation>
    </message>
    <message>
        <source>The receipts in the column “%1” say what became of each message. Above each column is what it is used as.</source>
        <translation>The receipts in the column “%1” say what became of each message. Above each column is what it is used as.</translation>
    </message>
</context>
<context>
    <name>undelivered::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warning</translation>
    </message>
</context>
<context>
    <name>undelivered::Overview</name>
    <message>
        <source>Charts</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>by day</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>by week</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>by month</translation>
    </message>
    <message>
        <source>%1 without a time</source>
        <translation>%1 without a time</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Time: %1</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <translation>Nothing failed</translation>
    </message>
    <message>
        <source>Failures by reason</source>
        <translation>Failures by reason</translation>
    </message>
    <message>
        <source>By reason</source>
        <translation>By reason</translation>
    </message>
    <message>
        <source>Failures by channel</source>
        <translation>Failures by channel</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>By channel</translation>
    </message>
    <message>
        <source>Failures by persistence</source>
        <translation>Failures by persistence</translation>
    </message>
    <message>
        <source>By persistence</source>
        <translation>By persistence</translation>
    </message>
    <message>
        <source>Failures: yours to fix?</source>
        <translation>Failures: yours to fix?</translation>
    </message>
    <message>
        <source>Yours to fix?</source>
        <translation>Yours to fix?</translation>
    </message>
    <message>
        <source>Failures over time</source>
        <translation>Failures over time</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Nothing in this log</source>
        <translation>Nothing in this log</translation>
    </message>
    <message>
        <source>No times in this log</source>
        <translation>No times in this log</translation>
    </message>
    <message>
        <source>None of these has a time</source>
        <translation>None of these has a time</translation>
    </message>
    <message>
        <source>No failure matches the filter</source>
        <translation>No failure matches the filter</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>All times</translation>
    </message>
</context>
<context>
    <name>undelivered::PreviewModel</name>
    <message>
        <source>Understood as %1 (%2)</source>
        <translation>Understood as %1 (%2)</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Line %1</translation>
    </message>
    <message>
        <source>This line is left out.</source>
        <translation>This line is left out.</translation>
    </message>
</context>
<context>
    <name>undelivered::ReadingControl</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not sure that %1 is read as it is meant: %2.</source>
        <translation>It is not sure that %1 is read as it is meant: %2.</translation>
    </message>
    <message>
        <source>Check the columns…</source>
        <translation>Check the columns…</translation>
    </message>
    <message>
        <source>%1: read as you chose before for logs with this header.</source>
        <translation>%1: read as you chose before for logs with this header.</translation>
    </message>
    <message>
        <source>Times that name no zone are those of %1, since logs with other choices are open too.</source>
        <translation>Times that name no zone are those of %1, since logs with other choices are open too.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
</context>
<context>
    <name>undelivered::ReadingForm</name>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Line of the header</source>
        <translation>Line of the header</translation>
    </message>
    <message>
        <source>The line with the names of the columns; what stands above it is not read</source>
        <translation>The line with the names of the columns; what stands above it is not read</translation>
    </message>
    <message>
        <source>&amp;Header in line:</source>
        <translation>&amp;Header in line:</translation>
    </message>
    <message>
        <source>Workbook (Excel)</source>
        <translation>Workbook (Excel)</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Another one</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Separator</translation>
    </message>
    <message>
        <source>Another separator</source>
        <translation>Another separator</translation>
    </message>
    <message>
        <source>The character that separates the columns</source>
        <translation>The character that separates the columns</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>The time zone of times that name none, and of days</source>
        <translation>The time zone of times that name none, and of days</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation>&amp;Separator:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Encoding:</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>Time &amp;zone:</translation>
    </message>
    <message>
        <source>Type the character that separates the columns: one that is neither a letter with an accent nor a quotation mark.</source>
        <translation>Type the character that separates the columns: one that is neither a letter with an accent nor a quotation mark.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Examples: Europe/Berlin, UTC, +01:00</source>
        <translation>There is no time zone “%1”. Examples: Europe/Berlin, UTC, +01:00</translation>
    </message>
</context>
<context>
    <name>undelivered::ReasonBox</name>
    <message>
        <source>Search reasons</source>
        <translation>Search reasons</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Reasons</translation>
    </message>
</context>
<context>
    <name>undelivered::ReasonListModel</name>
    <message>
        <source>%1 – not in the catalogue</source>
        <translation>%1 – not in the catalogue</translation>
    </message>
</context>
<context>
    <name>undelivered::RecordTable</name>
    <message>
        <source>Failures</source>
        <translation>Failures</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Standard columns</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Copy rows</translation>
    </message>
    <message>
        <source>Copy rows with &amp;headers</source>
        <translation>Copy rows with &amp;headers</translation>
    </message>
</context>
<context>
    <name>undelivered::RecordTableModel</name>
    <message>
        <source>not readable</source>
        <translation>not readable</translation>
    </message>
</context>
<context>
    <name>undelivered::StartPage</name>
    <message>
        <source>Drop a delivery log here</source>
        <translation>Drop a delivery log here</translation>
    </message>
    <message>
        <source>A file, several, or the folder of the daily reports: CSV and text tables from collect.AI, workbooks and text exports of Excel, webhook events as JSON, also in ZIP and gzip files. Undelivered tells what failed, why, and what to do next.</source>
        <translation>A file, several, or the folder of the daily reports: CSV and text tables from collect.AI, workbooks and text exports of Excel, webhook events as JSON, also in ZIP and gzip files. Undelivered tells what failed, why, and what to do next.</translation>
    </message>
    <message>
        <source>&amp;Open log…</source>
        <translation>&amp;Open log…</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>Open the &amp;sample</translation>
    </message>
    <message>
        <source>Logs stay where they are: nothing is changed in them, and nothing leaves this computer.</source>
        <translation>Logs stay where they are: nothing is changed in them, and nothing leaves this computer.</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Opened before</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>Open fo&amp;lder…</source>
        <translation>Open fo&amp;lder…</translation>
    </message>
</context>
<context>
    <name>undelivered::TimeBox</name>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Time range</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>All times</translation>
    </message>
    <message>
        <source>Last 7 days of the log</source>
        <translation>Last 7 days of the log</translation>
    </message>
    <message>
        <source>Last 30 days of the log</source>
        <translation>Last 30 days of the log</translation>
    </message>
    <message>
        <source>Last 90 days of the log</source>
        <translation>Last 90 days of the log</translation>
    </message>
    <message>
        <source>Last 12 months of the log</source>
        <translation>Last 12 months of the log</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>From day to day</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Time: %1</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>F&amp;rom</translation>
    </message>
</context>
<context>
    <name>undelivered::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Open &amp;recent</translation>
    </message>
    <message>
        <source>&amp;Open log…</source>
        <translation>&amp;Open log…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Open &amp;folder…</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>Open the &amp;sample</translation>
    </message>
    <message>
        <source>Open the last &amp;logs when starting</source>
        <translation>Open the last &amp;logs when starting</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>Read a&amp;gain</translation>
    </message>
    <message>
        <source>&amp;Export action list…</source>
        <translation>&amp;Export action list…</translation>
    </message>
    <message>
        <source>&amp;Close log</source>
        <translation>&amp;Close log</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Copy rows</translation>
    </message>
    <message>
        <source>Copy rows with &amp;headers</source>
        <translation>Copy rows with &amp;headers</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>&amp;Match case</source>
        <translation>&amp;Match case</translation>
    </message>
    <message>
        <source>C&amp;lear all filters</source>
        <translation>C&amp;lear all filters</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filters</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Notes from reading…</source>
        <translation>&amp;Notes from reading…</translation>
    </message>
    <message>
        <source>&amp;About Undelivered</source>
        <translation>&amp;About Undelivered</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>About &amp;Qt</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>As the &amp;system</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>Open a log in place of this one</source>
        <translation>Open a log in place of this one</translation>
    </message>
    <message>
        <source>Export action list…</source>
        <translation>Export action list…</translation>
    </message>
    <message>
        <source>Read the log as it is by now; filters and order stay</source>
        <translation>Read the log as it is by now; filters and order stay</translation>
    </message>
    <message>
        <source>Write exactly the rows that are shown into a file</source>
        <translation>Write exactly the rows that are shown into a file</translation>
    </message>
    <message>
        <source>Open log…</source>
        <translation>Open log…</translation>
    </message>
    <message>
        <source>Match case: find the text only where upper and lower case are the same</source>
        <translation>Match case: find the text only where upper and lower case are the same</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Undo: %1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nothing to undo</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Redo: %1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nothing to redo</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Columns</translation>
    </message>
    <message>
        <source>Read the log &amp;differently…</source>
        <translation>Read the log &amp;differently…</translation>
    </message>
    <message>
        <source>Say which column holds what, and how the text is to be read</source>
        <translation>Say which column holds what, and how the text is to be read</translation>
    </message>
</context>
</TS>
