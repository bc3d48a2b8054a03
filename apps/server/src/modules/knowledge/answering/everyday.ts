/**
 * What people say in any chat, whatever the website is about: the model learns from it that "I want to" or "is there a"
 * point at no article. A large knowledge base would find that out from its own questions; a small one cannot.
 */
const EVERYDAY = `
Hello
Hi there, how are you?
Good morning
Are you there?
Thanks a lot for your help
That is all, goodbye
Yes please
No, thank you
Okay, great
I have a question
Can you help me with something?
I need help
I want to talk to a person
Could I speak to somebody from your team?
Are you a robot or a human?
What can you do?
Who made you?
That does not work
This is not what I asked for
I do not understand what you mean
You are not helping me at all
I am very unhappy with this
Please do something about it
What do you think about it?
Where can I find out more about this?
How do I do that?
When will it be ready?
Is there a way to change that?
Which one is the best?
How much is it?
Do you know a good restaurant near here?
What is the weather like tomorrow?
What time is it now?
Who won the game last night?
Tell me a funny story
Write a poem about the sea
What is the capital of that country?
How old is the president?
Can you recommend a film for tonight?
How do I learn to play the guitar?
My computer is slow and I do not know why
What should I cook for dinner today?
Translate this sentence for me
How far away is the moon?
Is it legal to do that where I live?
Hallo, guten Tag
Wie geht es dir?
Vielen Dank für die Hilfe
Ich habe eine Frage
Können Sie mir bitte helfen?
Ich möchte mit einem Menschen sprechen
Das funktioniert nicht
Ich bin sehr unzufrieden
Was kann ich da machen?
Wie wird morgen das Wetter?
Gibt es hier ein gutes Restaurant?
Erzähl mir einen Witz
Wann ist das fertig?
Was kostet das?
Hola, buenos días
¿Cómo estás?
Muchas gracias por la ayuda
Tengo una pregunta
¿Me puedes ayudar, por favor?
Quiero hablar con una persona
Esto no funciona
No estoy nada contento
¿Qué tiempo hará mañana?
¿Cuándo estará listo?
Cuéntame un chiste
¿Cuánto cuesta eso?
Bonjour, comment allez-vous ?
Merci beaucoup pour votre aide
J'ai une question
Pouvez-vous m'aider, s'il vous plaît ?
Je voudrais parler à une personne
Ça ne marche pas
Je ne suis pas content du tout
Quel temps fera-t-il demain ?
Quand est-ce que ce sera prêt ?
Raconte-moi une blague
Combien ça coûte ?
`;

export const EVERYDAY_LINES: readonly string[] = EVERYDAY.trim().split('\n');
