<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AmountStep</name>
    <message numerus="yes">
        <source>Every %n second(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>Every %n second: about {megabytes} MB a day</numerusform>
            <numerusform>Every %n seconds: about {megabytes} MB a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>Every %n minute: about {megabytes} MB a day</numerusform>
            <numerusform>Every %n minutes: about {megabytes} MB a day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallDetails</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln test</numerusform>
            <numerusform>%Ln tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln network</numerusform>
            <numerusform>%Ln networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTools</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln test</numerusform>
            <numerusform>%Ln tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message numerus="yes">
        <source>{count} of %Ln packet(s): this computer was too busy</source>
        <translation>
            <numerusform>{count} of %Ln packet: this computer was too busy</numerusform>
            <numerusform>{count} of %Ln packets: this computer was too busy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerStep</name>
    <message numerus="yes">
        <source>{file} is read. It has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>{file} is read. It has %n more server, which will be kept as well.</numerusform>
            <numerusform>{file} is read. It has %n more servers, which will be kept as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What was pasted has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>What was pasted has %n more server, which will be kept as well.</numerusform>
            <numerusform>What was pasted has %n more servers, which will be kept as well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>%Ln test</numerusform>
            <numerusform>%Ln tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>call_wording</name>
    <message numerus="yes">
        <source>%Ln call(s) go on at once. This is the one that began last.</source>
        <translation>
            <numerusform>%Ln call goes on. This is the one that began last.</numerusform>
            <numerusform>%Ln calls go on at once. This is the one that began last.</numerusform>
        </translation>
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
    <name>wording</name>
    <message numerus="yes">
        <source>The last test was %n day(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>The last test was %n day ago: the network may be different now.</numerusform>
            <numerusform>The last test was %n days ago: the network may be different now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n minute(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>The last test was %n minute ago: the network may be different now.</numerusform>
            <numerusform>The last test was %n minutes ago: the network may be different now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n hour(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>The last test was %n hour ago: the network may be different now.</numerusform>
            <numerusform>The last test was %n hours ago: the network may be different now.</numerusform>
        </translation>
    </message>
</context>
</TS>
