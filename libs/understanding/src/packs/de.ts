import type { LanguagePack } from './pack.js';

export const de: LanguagePack = {
  language: 'de',
  words: {
    person: `mensch menschen mitarbeiter mitarbeiterin mitarbeitern mitarbeiters mitarbeitende berater beraterin kundenberater kundenberaterin
      sachbearbeiter sachbearbeiterin agent agenten agentin person personen jemand jemanden jemandem ansprechpartner ansprechpartnerin ansprechperson
      vorgesetzter vorgesetzten chef chefin leiter leiterin operator kollege kollegen kollegin support kundendienst kundenservice kundenbetreuer
      kundenbetreuung servicemitarbeiter techniker fachmann`,
    staff: `mensch menschen mitarbeiter mitarbeiterin mitarbeitern kundenberater kundenberaterin berater beraterin sachbearbeiter sachbearbeiterin
      agent agenten ansprechpartner ansprechpartnerin operator vorgesetzten servicemitarbeiter kundenbetreuer person`,
    real: `echt echten echter echte echtes richtig richtigen richtiger richtige menschlich* lebendig* lebend* real realen reale wirklichen
      leibhaftigen`,
    article: 'ein eine einen einem einer eines der die das den dem ihr ihre ihrem ihren irgendein irgendeinen irgendeinem euer eurem euren',
    talk: 'schreiben sprechen spreche sprech reden rede chatten telefonieren unterhalten',
    contact: 'kontaktieren kontakt erreichen erreiche kontaktiere anrufen',
    connect: `verbinden verbinde verbindet verbinden weiterleiten leiten leite leitet durchstellen stellen stell weitergeben ubergeben weiterverbinden
      verbunden weitergeleitet durchgestellt`,
    want: 'will mochte wollen mochten brauche brauchen benotige wunsche wurde bitte hatte gerne gern lieber',
    machine: 'bot bots chatbot chatbots roboter maschine maschinen computer ki automat programm',
    you: 'dir ihnen euch',
    ability: 'kann konnen konnte konnten kannst konntest darf durfen konnt',
    negation: 'nicht kein keine keinen keinem keiner nie niemals ohne statt anstatt',
    reach: `mehr unbedingt wirklich jetzt erst zu mit einem einen einer ein eine dem den echten richtigen menschlichen mehr bitte an zum gerade extra`,
    thingBefore: 'software monitoring user ki virtuelle virtueller virtuellen pro',
    thingAfter: 'software version lizenz token einstellungen konfiguration schlussel modus dienst',
    problem: 'problem probleme problemen fehler fehlgeschlagen abgelehnt storung schwierigkeiten falsch falsche verweigert',
    payment: 'zahlung zahlungen zahlen bezahlen bezahlung bezahle zahle uberweisung abbuchung',
    bill: `rechnung rechnungen rechnungs* erstattung erstattungen ruckerstattung ruckerstatten ruckerstattet erstatten erstattet gutschrift abgebucht
      abbuchung abbuchungen zahlungsproblem* zahlungsart* zahlungsmethode* zahlungsmoglichkeit* zahlungsmittel* zahlungsfehler* lastschrift mahnung
      mahnungen mahngebuhr* stornogebuhr* kundigungsgebuhr* bearbeitungsgebuhr* ruckzahlung ruckzahlungen rueckerstattung ruckbuchung`,
    complaint: 'beschwerde beschwerden beschweren beschwere beschwert reklamation reklamationen reklamieren reklamiere',
    unhappy: 'unzufrieden enttauscht verargert frustriert sauer wutend emport genervt',
    bad: 'schlecht* schrecklich* furchtbar* miserabel* miserabl* unverschamt* katastroph* mies* unmoglich* grauenhaft* frechheit unterirdisch*',
    business: 'service dienst firma unternehmen erfahrung shop kundenservice produkt laden beratung qualitat leistung support',
    law: `anwalt anwalte anwaltin rechtsanwalt rechtsanwaltin klage verklagen verklage gericht gerichtlich* rechtlich* rechtsstreit rechtsschutz
      anzeige verbraucherschutz verbraucherzentrale`,
    pleased: 'danke dankeschon super toll prima gut perfekt klasse ausgezeichnet hilfreich freue zufrieden nett lieb wunderbar',
    upset: `schlecht* schrecklich* furchtbar* wutend sauer genervt enttauscht frustriert unverschamt* katastrophe mies* nervt scheiss* verdammt*
      frechheit betrug luge falsch kaputt unzufrieden unmoglich`,
    very: 'sehr wirklich extrem total absolut echt vollig so ausserst',
    lead: 'in ab bis seit mit fur zu von um auf bei an und also aber hallo hi bitte dann',
    question: 'was wann wo wer welche welcher welches warum wieso wie kann konnen ist sind gibt habe wird',
    step: 'und dann auch aber weil danach davor erstens zweitens drittens ausserdem schliesslich jedoch obwohl zusatzlich zudem ferner',
    stop: `der die das den dem des ein eine einen einem einer ich mich mir mein meine meinen meiner wir uns unser du dich dir sie ihr ihnen ihre er es
      ist bin sind war waren sein wird werden habe hat haben und oder aber zu von in im an am auf fur mit bei aus nach bitte kann konnen konnte mochte
      will wurde wie was wann wo warum welche wer wenn als bleibt bleiben denn eigentlich gerade schon mal nicht kein keine ja nein hallo danke da
      noch man`,
  },
  notTypos: `betrag betrags betrage spreche sprache sprachen stelle stellt stehlen reisen leisten beraten zahlten zahlt gebracht rechnen rechnet rechnung geraten sprachen
    menge mengen`,
  asksForHuman: [
    [0.95, 'mit|zu ..4 @person ..3 @talk|@contact|@connect'],
    [0.9, '@talk|@connect|@contact ..3 mit|zu|an ..4 @person'],
    [0.9, '@connect ..2 mich|uns ..3 mit|zu|an ..3 @person'],
    [0.85, '@want ..3 @article? @real? @staff @talk|@contact|@connect|erreichen'],
    [0.85, '@person mit|bei dem|der|denen|wem ..3 @talk'],
    [0.9, '@article? @real @person'],
    [0.85, '@want ..2 @article @real? @staff'],
    [0.8, '@want @article? @real? @staff'],
    [0.85, '^ bitte? @article? @real? @staff bitte? $'],
    [0.8, 'holen|hol|holt ..3 @person ..1 dazu|ran|her'],
    [0.8, 'erreiche|erreichen|kontaktiere|kontaktieren ich|wir ..3 @staff'],
    [0.8, 'warum|wieso|weshalb ..4 @negation ..3 @person ..3 @talk'],
    [0.75, 'mich|uns jemand ..2 anrufen|zuruckrufen|kontaktieren'],
    [0.8, 'an|zu ..3 @staff ubergeben|weitergeben|weiterleiten'],
    [0.85, 'keine|kein|nicht|mit ..2 @machine ..4 sondern|lieber ..4 @person'],
    [0.85, '@negation ..1 mit ..2 @machine|@you ..2 @talk|@contact'],
    [0.8, '@want ..1 @negation ..1 mit ..2 @machine ..2 @talk'],
    [0.75, 'jemand anderes|anderen|anderem|anders ..3 @talk|helfen|fragen'],
    [0.8, 'ist|gibt da|hier|es ..2 @staff|jemand|jemanden'],
    [0.7, '^ hallo? ist? jemand da|hier|erreichbar'],
    [0.75, 'kann|konnte|soll mich|uns ..2 jemand ..2 anrufen|zuruckrufen|kontaktieren'],
    [0.8, 'konnen|konnten|kannst|bitte ..2 mich|uns ..3 durchstellen|weiterverbinden|weiterleiten'],
    [0.75, 'gibt|ist ..2 @article? @real? @staff|jemand ..3 da|hier|erreichbar|verfugbar'],
    [0.75, 'rufen|ruf|ruft ..2 mich|uns ..2 an|zuruck'],
    [0.75, '@want ..3 ruckruf'],
    [0.85, 'hilfe|unterstutzung|antwort ..1 von|durch @article? @real? mensch|menschen|@staff'],
    [0.75, 'genug|satt|nervt|keinen|keine|kein ..3 bot|bots|chatbot|chatbots'],
    [0.8, 'verbinden|verbinde|verbindet|leiten|leite|stellen|stell ..1 mich|uns ..1 weiter|durch'],
    [0.8, 'wen|wem kann|konnte|darf ich|wir ..4 @talk|@contact|anrufen|fragen'],
    [0.8, 'gibts|gibt ..3 echte|richtige|lebende|lebendige|wirkliche|normale leute|menschen|personen|mitarbeiter'],
    [0.8, '@want ..4 @connect werden'],
    [0.8, 'wie ..4 @staff ..2 erreichen|erreiche|kontaktieren|sprechen'],
    [0.8, 'kann ich ..2 @staff|jemanden|jemandem ..2 sprechen|erreichen|kontaktieren|anrufen'],
  ],
  lookalikes: {
    asksForHuman: ['bist|sind|seid du|sie|ihr|das ..4 @person', 'ist das|dies ..4 @person', 'spreche|rede|chatte ich ..2 mit ..4 @person', 'pro person'],
    complaint: ['@negation grund|anlass zur|zum|zu @complaint'],
  },
  topics: {
    billing: [
      [0.9, '@bill'],
      [0.85, 'geld ..3 zuruck'],
      [0.85, '@payment ..3 @problem'],
      [0.85, '@problem ..4 @payment'],
      [0.8, 'zahlung|zahlungen fehlgeschlagen|abgelehnt'],
      [0.6, 'wie|womit|wo ..3 bezahlen|zahlen|bezahle|zahle'],
      [0.75, 'doppelt|zweimal|falsch ..2 abgebucht|berechnet|belastet|bezahlt'],
      [0.7, 'gebuhr|gebuhren'],
      [0.6, 'berechnet|belastet ..3 konto|karte|mir'],
      [0.55, '@payment mit|per ..2 karte|kreditkarte|paypal|rechnung|lastschrift|klarna'],
      [0.55, 'mit|per paypal|kreditkarte|klarna|lastschrift ..2 @payment'],
    ],
    complaint: [
      [0.9, '@complaint'],
      [0.75, '@unhappy ..3 mit|uber|von'],
      [0.6, '@unhappy'],
      [0.65, '@bad ..2 @business'],
      [0.6, '@business ..4 @bad'],
      [0.65, 'betrug|betruger|abzocke|zumutung|unverschamtheit|frechheit|inakzeptabel'],
      [0.65, 'nie wieder'],
      [0.65, 'unter aller sau|kanone|wurde'],
    ],
    legal: [
      [0.9, '@law'],
      [0.8, 'vor gericht'],
      [0.75, 'rechtliche|juristische|gerichtliche schritte'],
      [0.7, 'illegal|rechtswidrig|gesetzwidrig'],
    ],
    safety: [
      [0.9, 'selbstmord|suizid|umbringen|uberdosis'],
      [0.8, 'verletzt|verletzung|verletzungen|krankenhaus|notarzt|krankenwagen|blutet'],
      [0.8, 'explodiert|explosion|vergiftung|vergiftet|stromschlag|brennt|gebrannt|feuer'],
      [0.75, 'raucht|qualmt|uberhitzt|geschmolzen|funken|notfall|gefahrlich|gefahr'],
      [0.8, 'allergische|allergischer reaktion|schock'],
      [0.75, 'bedroht|bedrohung|droht'],
    ],
    personal_data: [
      [0.9, 'dsgvo|gdpr|datenschutz*|datenauskunft|datenleck'],
      [0.85, 'datenschutz|datenschutzbeauftragten|datenschutzerklarung'],
      [0.85, 'meine|personliche|personlichen|personenbezogene|personenbezogenen daten ..4 loschen|geloscht|entfernen|weitergegeben|verkauft|gestohlen|auskunft'],
      [0.8, 'personenbezogene|personenbezogenen|personliche|personlichen daten'],
      [0.75, 'welche daten ..4 mich|mir'],
      [0.7, 'privatsphare|gehackt|identitatsdiebstahl'],
    ],
  },
};
