import { LIKELY, understand } from './understand.js';

const asks = (text: string, localeHint?: string) => understand(text, localeHint ? { localeHint } : {}).asksForHuman.score >= LIKELY;

describe('asking for a person', () => {
  describe.each<[language: string, asking: string[], notAsking: string[]]>([
    [
      'en',
      [
        'I want to talk to a person',
        'Can I speak with someone from your team?',
        'agent',
        'Human please!',
        'real person',
        'REPRESENTATIVE',
        'could you connect me to an operator',
        'Please transfer me to a live agent.',
        'put me through to your manager',
        'get me a human',
        'This bot is useless, let me chat with a real human',
        "I don't want to talk to a bot",
        "I'd rather not speak to a machine",
        'Is there anyone I can talk to about my tent?',
        'are there any humans here',
        'I need to speak to a suprevisor',
        'I cannot reach a person',
        "why can't I talk to a person?",
        'My stove does not work. Can somebody else have a look?',
        'I do not understand you, I need a human',
        'Where do I find somebody to speak with?',
        'escalate this please',
        'please call me back',
        'i just wanna talk to a human being ok',
        "It didn't help. Is it possible to speak to an agent?",
        'Let me speak to the person in charge',
        'hello is there a human',
        'anyone real there?',
        'hi, human pls',
        'can i get a human',
        'Stop. Human.',
        'That is wrong. Agent please',
        'live chat',
        'switch me to a live agent',
        'could a person look at this?',
        'Is there someone who can help me with my order?',
        'can you have someone call me',
        "I've asked twice. Put a person on.",
        'i need to tlak to a person',
        'I want to speak to a Mitarbeiter please',
      ],
      [
        'I do not want to talk to an agent',
        "I don't need to speak with anybody, just tell me the price",
        'no human please, you are doing fine',
        'Can I solve this without talking to an agent?',
        'no need to connect me to a person',
        'I would never ask to talk to a supervisor',
        'How do I install the monitoring agent on Debian?',
        'The agent version is 4.2',
        'Which user agent string do you send?',
        'My agent key has expired',
        'How many people fit into the tent?',
        'What does it cost per person?',
        'Are you a human?',
        'Am I talking to a real person or a bot?',
        'I was talking to an agent yesterday and he told me to wait',
        'Where is my password manager export?',
        'Does the jacket come in red?',
        'Can I share the gift card with someone?',
        'hello',
        '',
        'Thanks, bye!',
        'someone stole my package',
        'nobody answered me',
        'Who is the manager of this shop?',
        'your agent told me to reset the password',
        "I don't want to bother a human with this",
        'please do not connect me with anyone',
        'staff discount',
        'real estate agent',
        'talk to you later',
        'people say this jacket runs small',
        'Is the tent big enough for 4 people?',
        'what is your phone number',
        'I was transferred to an agent yesterday',
      ],
    ],
    [
      'de',
      [
        'Ich möchte mit einem Menschen sprechen',
        'Kann ich bitte mit einem Mitarbeiter reden?',
        'Verbinden Sie mich mit einem Kundenberater',
        'Mitarbeiter bitte',
        'Ich will nicht mit einem Bot sprechen',
        'echter Mensch',
        'Gibt es hier jemanden, mit dem ich sprechen kann?',
        'Bitte rufen Sie mich zurück',
        'Warum kann ich nicht mit einem Menschen sprechen?',
        'Ich brauche einen Mitarbeiter',
        'Wie kann ich einen Berater erreichen?',
        'Stellen Sie mich bitte zu einem Ansprechpartner durch',
        'Ich verstehe das nicht, ich will mit jemandem sprechen',
        'hallo, ist da ein Mensch?',
        'Jemand da?',
        'Kann mich jemand anrufen?',
        'Können Sie mich durchstellen?',
        'Warum darf ich hier mit keinem Menschen sprechen?',
        'Können Sie das an einen Mitarbeiter übergeben?',
      ],
      [
        'Ich möchte nicht mit einem Mitarbeiter sprechen',
        'Ich brauche keinen Menschen, nur die Adresse',
        'Wo ist mein Paket?',
        'Wie viele Personen passen in das Zelt?',
        'Sind Sie ein Mensch?',
        'Wie installiere ich den Agent auf dem Server?',
        'Ihr Mitarbeiter hat gesagt, dass es morgen kommt',
        'Ich habe schon mit einem Mitarbeiter gesprochen',
        'Nein danke, kein Mensch nötig',
        'Was kostet der Versand?',
      ],
    ],
    [
      'es',
      [
        'Quiero hablar con una persona',
        '¿Puedo hablar con un agente?',
        'agente por favor',
        'Páseme con un operador',
        'Necesito un humano',
        'No quiero hablar con un robot',
        '¿Hay alguien con quien pueda hablar?',
        'Quisiera comunicarme con un asesor',
        'persona real',
        'No entiendo nada, quiero hablar con alguien',
        'Que me atienda una persona',
        'Hola, ¿hay alguien?',
        'Quiero que me llame alguien',
        '¿No hay nadie que me pueda atender?',
        'llámenme por favor',
      ],
      [
        'No quiero hablar con un agente',
        'No necesito hablar con nadie',
        '¿Dónde está mi pedido?',
        '¿Cuántas personas caben en la tienda?',
        '¿Eres una persona?',
        'El precio por persona',
        'Estoy hablando de la chaqueta roja',
        'Un agente me dijo que llegaría mañana',
        'Ya hablé con un agente ayer',
        'gracias, no hace falta un agente',
      ],
    ],
    [
      'fr',
      [
        'Je veux parler à un humain',
        'Puis-je parler à un conseiller ?',
        'Passez-moi un conseiller',
        'un agent svp',
        "J'aimerais parler avec quelqu'un",
        'Je ne veux pas parler à un robot',
        'vraie personne',
        'Comment joindre un conseiller ?',
        'Mettez-moi en relation avec un agent',
        'Je n’arrive pas à parler à une personne',
        'pourquoi je ne peux pas parler à un humain',
        "y a quelqu'un ?",
        'je peux parler a quelqu un',
        'rappelez-moi svp',
        'je veux qu’un technicien me rappelle',
      ],
      [
        'Je ne veux pas parler à un agent',
        'Pas besoin de parler à un conseiller',
        'Où est mon colis ?',
        'Combien de personnes dans la tente ?',
        'Êtes-vous un humain ?',
        'Quel est le prix par personne ?',
        'Comment configurer le logiciel ?',
        "j'ai déjà parlé à un agent hier",
        "un agent m'a dit que ça arrive demain",
        "non merci, pas besoin d'un humain",
        'je vous rappelle plus tard',
      ],
    ],
  ])('in %s', (language, asking, notAsking) => {
    it.each(asking)('hears “%s”', (text) => expect(asks(text, language)).toBe(true));
    it.each(notAsking)('does not hear it in “%s”', (text) => expect(asks(text, language)).toBe(false));
  });

  it('shows the words that ask', () => {
    const text = 'Hi! Could I please talk to an agent?';
    const { evidence } = understand(text).asksForHuman;
    expect(evidence.map((piece) => [piece.label, piece.text])).toEqual([
      ['talk', 'talk'],
      ['asksForHuman', 'to'],
      ['person', 'agent'],
    ]);
    for (const { start, end, text: piece } of evidence) expect(text.slice(start, end)).toBe(piece);
  });

  it('shows the negation that takes the wish back', () => {
    const { score, evidence } = understand('I do not want to talk to an agent').asksForHuman;
    expect(score).toBe(0);
    expect(evidence[0]).toMatchObject({ label: 'negation', text: 'not' });
  });

  it.each(['Are you a real person?', 'Are you a human?'])('takes “%s” for a question about itself, whatever language it is read in', (text) => {
    for (const hint of ['en', 'de', 'es', 'fr', undefined]) expect(asks(text, hint)).toBe(false);
  });

  it('forgives a slip of the finger', () => {
    expect(asks('i wnat to speka with an opertor')).toBe(true);
  });
});
