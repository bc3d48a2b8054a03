import type { LanguagePack } from './pack.js';

export const pl: LanguagePack = {
  language: 'pl',
  words: {
    person: `człowiek człowieka człowiekiem człowiekowi ludzie ludźmi ludzi osoba osoby osobę osobą konsultant konsultanta konsultantem konsultantowi
      konsultantka konsultantką konsultantkę konsultantami agent agenta agentem agentowi pracownik pracownika pracownikiem pracownikowi doradca doradcą
      doradcę doradcy operator operatora operatorem operatorowi ktoś kimś kogoś komuś kierownik kierownika kierownikiem przedstawiciel przedstawiciela
      przedstawicielem specjalista specjalistą specjalistę przełożony przełożonym przełożonego menedżer menedżera menedżerem technik technikiem szef
      szefem`,
    staff: `człowiek człowieka człowiekiem konsultant konsultanta konsultantem konsultantka konsultantką konsultantkę agent agenta agentem pracownik
      pracownika pracownikiem doradca doradcą doradcę operator operatora operatorem przedstawiciel przedstawiciela przedstawicielem kierownik kierownika
      kierownikiem`,
    real: 'prawdziwy prawdziwym prawdziwego prawdziwą prawdziwej prawdziwa żywy żywym żywego żywą żywa realną realny ludzki ludzkim',
    desk: 'obsługa obsługą obsługi infolinia infolinią infolinii wsparciem działem biurem',
    talk: 'rozmawiać porozmawiać pogadać gadać pomówić rozmowa rozmowę rozmowy popisać czatować pisać mówić',
    contact: 'skontaktować kontakt kontaktu zadzwonić dodzwonić skontaktuję',
    connect: `połącz połączcie połączyć połączenie łączcie przełącz przełączcie przełączyć przekieruj przekierujcie przekierować przekaż przekażcie
      przekazać daj dajcie`,
    want: `chcę chcemy chciałbym chciałabym wolę wolałbym wolałabym potrzebuję potrzebujemy proszę poproszę żądam mogę można wymagam`,
    wish: 'chcę chcemy chciałbym chciałabym wolę wolałbym wolałabym potrzebuję proszę poproszę żądam',
    machine: 'bot bota botem boty botami robot robota robotem maszyna maszyną maszyny chatbot chatbotem komputer komputerem automat automatem ai programem',
    you: 'tobą wami',
    polite: 'proszę cześć hej witam halo teraz natychmiast dzień dobry',
    ability: 'mogę może możemy można mógłbym mogłabym da udaje',
    negation: 'nie bez nigdy ani żaden żadnego żadnym żadnej żadną',
    reach: `chcę chciałbym chciałabym chcemy potrzebuję trzeba muszę musi mam ochoty zamiaru potrzeby z ze żadnym żadnego już wcale teraz łączyć łączcie
      mnie proszę prosiłem prosiłam więcej od razu`,
    thingBefore: 'user monitoring software monitorujący monitorującego wirtualny na za',
    thingAfter: `nieruchomości ubezpieczeniowy ubezpieczeniowego turystyczny czyszczący piorący wersja wersji licencja oprogramowania użytkownika
      konfiguracja token klucz monitorujący`,
    problem: 'problem problemy problemu błąd błędy odrzucona odrzucono odrzucony nieudana nieudane nieprawidłowa nieprawidłowy',
    payment: 'płatność płatności płatnością zapłata zapłaty zapłacić płacić zapłaciłem zapłaciłam przelew przelewu przelewem transakcja transakcji transakcję',
    method: 'metoda metody metodę metod sposób sposoby forma formy formę',
    bill: `faktura faktury fakturę fakturze faktur fakturą rachunek rachunku rachunki rachunkiem refundacja refundację refundacji obciążenie obciążyli
      obciążono obciążyliście nadpłata nadpłatę`,
    complaint: 'skarga skargę skargi skargą skarżyć poskarżyć reklamacja reklamację reklamacji reklamacje reklamować zażalenie zażalenia zażaleń',
    unhappy: `niezadowolony niezadowolona rozczarowany rozczarowana wściekły wściekła zawiedziony zawiedziona wkurzony wkurzona zdenerwowany zdenerwowana
      oburzony oburzona sfrustrowany sfrustrowana`,
    bad: `fatalny fatalna fatalne fatalną okropny okropna okropne beznadziejny beznadziejna beznadziejne tragiczny tragiczna tragiczne kiepski kiepska
      kiepskie najgorszy najgorsza najgorsze skandaliczny skandaliczna skandaliczne żenująca żenujące`,
    business: 'obsługa obsługę firma firmy sklep produkt jakość doświadczenie usługa usługi usługę serwis wsparcie dostawa',
    law: `prawnik prawnika prawnikiem prawnikowi adwokat adwokata adwokatem sądu sądowy sądową sądowe sądzie pozew pozwę pozwać pozwiemy rzecznik rzecznika
      rzecznikiem uokik prokuratura prokuraturę prokuratury`,
    pleased: `dziękuję dzięki super świetnie świetny świetna doskonale doskonały dobry dobrze miły miła pomocny pomocna zadowolony zadowolona szczęśliwy
      wspaniale idealnie`,
    upset: `zły zła źle fatalny fatalna fatalne okropny okropna okropne najgorszy najgorsza wściekły wściekła wkurzony wkurzona rozczarowany rozczarowana
      niezadowolony niezadowolona beznadziejny beznadziejna beznadziejne oszustwo skandal kurwa cholera cholerny zepsuty zepsuta bezużyteczny
      bezużyteczna`,
    very: 'bardzo naprawdę strasznie całkowicie absolutnie niezwykle tak zupełnie',
    lead: 'w z do od na za przez i a ale czesc',
    question: 'co kiedy gdzie kto który która które dlaczego czemu jak czy ile',
    step: 'i potem też także ale bo ponieważ następnie najpierw drugi trzeci ponadto wreszcie jednak chociaż poza później',
    stop: `i w we z ze na do od o u za po przed przy dla bez to ten ta te tego tej tym jest są był była było być ja mnie mi mój moja moje mojego moją ty
      ciebie ci twój pan pani państwo my nas nam wy was wam on ona ono oni się nie tak a ale czy jak co kiedy gdzie kto ile dlaczego cześć dzień dobry
      dziękuję proszę chcę mogę mam ma już jeszcze że`,
  },
  notTypos: 'zadzwonię oddzwonię zadzwonimy osobno osobiście osobisty osobiste konsultacja konsultacje agencja agencje praca prace rachunkowość ludzka łącznie połowa daje dane danych',
  asksForHuman: [
    [0.95, '@talk ..2 z|ze ..4 @person'],
    [0.95, 'z|ze ..3 @person ..3 @talk|@contact|@connect'],
    [0.9, '@talk|@contact ..3 z|ze|do ..4 @person|@desk'],
    [0.9, '@connect mnie|nas|rozmowę? ..2 z|ze|do ..4 @person|@desk'],
    [0.85, '@connect mi|mnie|nas ..1 @person'],
    [0.85, '@connect ..1 @staff'],
    [0.8, '@negation mogę|możemy|da ..3 @talk|@contact ..1 z|ze|do? ..1 nikim|nikogo'],
    [0.85, '@wish ..1 o? @real? @staff'],
    [0.9, '@real @staff|osoba|osobą|osobę|osoby|ktoś|kimś|kogoś'],
    [0.85, '^ @polite? @polite? @real? @staff @polite? @polite? $'],
    [0.75, 'jest|czy ..3 ktoś|człowiek|konsultant|osoba ..3 tam|tutaj|żywy|dostępny|dostępna|online|pomóc|porozmawiać'],
    [0.7, '^ @polite? czy? jest ..1 ktoś'],
    [0.75, 'ktoś|kimś|kogoś inny|innym|innego'],
    [0.75, 'oddzwońcie|oddzwoń|zadzwońcie|zadzwoń'],
    [0.75, '@wish ..2 oddzwonienie|telefon|kontakt|rozmowę ..3'],
    [0.75, 'ktoś ..3 zadzwoni|zadzwonił|oddzwoni|oddzwonił|skontaktuje|skontaktował'],
    [0.85, '@negation @want? @talk ..1 z|ze ..2 @machine|@you'],
    [0.85, 'z kim|kimś ..3 @talk'],
    [0.8, '@negation ma|jest ..1 nikogo ..4 porozmawiać|pomóc|rozmawiać'],
    [0.8, '@person ..2 przejmie|przejąć|przejął|pomoże'],
  ],
  lookalikes: {
    asksForHuman: [
      'jesteś|jest pan|pani? ..2 @person', 'czy to ..2 @person', 'czy? rozmawiam z|ze ..4 @person', 'na|za osobę', 'po|przed rozmowie|rozmową ..3 @person',
    ],
    complaint: ['żadnych|bez|brak @complaint'],
  },
  topics: {
    billing: [
      [0.9, '@bill'],
      [0.85, 'zwrot|zwrotu|zwrócić|zwróćcie|oddajcie|oddać|zwrócicie ..3 pieniędzy|pieniądze|środków|kosztów|płatności|kasę'],
      [0.8, 'gdzie ..3 moje pieniądze'],
      [0.85, '@payment ..4 @problem'],
      [0.8, '@payment ..3 nie przeszła|przeszło|przeszedł|powiodła|powiódł|działa'],
      [0.85, '@problem ..4 @payment'],
      [0.8, '@method ..2 @payment'],
      [0.75, 'pobrano|pobraliście|pobrali|ściągnięto|ściągnęliście ..5 konta|karty|podwójnie|kwotę|razy'],
      [0.75, 'podwójnie|dwukrotnie|razy ..2 zapłaciłem|zapłaciłam|pobrano|obciążono|policzono'],
      [0.75, 'zapłaciłem|zapłaciłam ..2 podwójnie|dwukrotnie|razy'],
      [0.75, 'karta|kartę|karty ..3 odrzucona|odrzuconą|odrzucono'],
      [0.7, 'opłata|opłaty|opłatę|prowizja|prowizję ..3 anulowanie|rezygnację|ukryte|ukryta|dodatkowe|dodatkowa'],
      [0.55, 'płacić|zapłacić ..2 kartą|blik|blikiem|paypalem|paypal|przelewem|gotówką|raty|ratach'],
      [0.45, 'paragon|paragonu|opłata|opłaty'],
    ],
    complaint: [
      [0.9, '@complaint'],
      [0.75, '@unhappy ..3 z|ze|na'],
      [0.6, '@unhappy'],
      [0.7, '@bad ..2 @business'],
      [0.65, '@business ..4 @bad'],
      [0.7, 'oszustwo|oszuści|oszukali|oszukaliście|oszukany|oszukana|złodzieje|skandal|niedopuszczalne|żenada|kpina'],
      [0.65, 'nigdy więcej'],
    ],
    legal: [
      [0.9, '@law'],
      [0.85, 'kroki|drogę|działania|pomoc prawne|prawną|sądowe|sądową|prawna'],
      [0.75, 'nielegalne|nielegalny|nielegalna|bezprawne|bezprawnie'],
      [0.75, 'prawa|praw|ochrona|ochrony konsumenta|konsumentów'],
    ],
    safety: [
      [0.9, 'samobójstwo|samobójcze|przedawkowanie|przedawkować|przedawkowałem'],
      [0.9, 'zabić|skrzywdzić|zabiję ..1 się|siebie'],
      [0.9, 'odebrać sobie życie'],
      [0.8, 'ranny|ranna|zraniony|zraniłem|zraniłam|skaleczył|skaleczyłem|obrażenia|szpital|szpitala|szpitalu|karetka|karetkę|pogotowie|krwawi|krwawię'],
      [0.8, 'wybuchł|wybuchła|wybuchło|wybuch|eksplozja|eksplodował|pożar|zapalił|zapaliła|zapaliło|poparzył|poparzyłem|poparzyłam|poparzenie|oparzenie'],
      [0.8, 'zatrucie|zatruty|zatruta|zatruliśmy|otruty'],
      [0.8, 'poraził|poraziło|porażenie ..1 prąd|prądem'],
      [0.8, 'reakcja|reakcję|wstrząs alergiczna|alergiczną|anafilaktyczny'],
      [0.75, 'iskry|iskrzy|dymi|dymić|niebezpieczny|niebezpieczna|niebezpieczne|niebezpieczeństwo|zagrożenie|przegrzewa'],
      [0.75, 'groził|groźby|groźba|grożą|napadł|napadnięty'],
      [0.75, 'ulatnia|wyciek|wycieka|zapach ..2 gaz|gazu|spalenizny'],
    ],
    personal_data: [
      [0.9, 'rodo|gdpr'],
      [0.85, 'ochrona|ochrony|ochronę|ochronie ..1 danych'],
      [0.85, 'usunąć|usuń|usuńcie|usunięcie|usunięcia|skasować|skasujcie|kopię|dostęp|dostępu|wgląd ..4 moich|moje|wszystkie dane|danych'],
      [0.85, 'dane|danych|danymi osobowe|osobowych|osobowymi'],
      [0.8, 'jakie dane ..4 mnie|mój'],
      [0.8, 'wyciek|wycieku|kradzież|kradzieży ..1 danych|tożsamości'],
      [0.8, 'dane ..4 wyciekły|sprzedane|sprzedali|udostępnione|skradzione|ukradziono'],
      [0.75, 'prywatność|prywatności|zhakowane|zhakowano|zhakowali|zhakowany|włamano|włamał'],
      [0.8, 'bycia zapomnianym'],
    ],
  },
};
