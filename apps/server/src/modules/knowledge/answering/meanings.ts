import { stem, wordsOf } from './words.js';

/**
 * Words that people use for one another, a meaning a line; a word may stand in several. With few questions for an article
 * nobody asks in the words its author thought of. Where a line goes on in German, Spanish and French, a question finds
 * what was written in another language. General vocabulary: nothing here knows what a website is about.
 */
const MEANINGS = `
bill invoice receipt rechnung quittung beleg factura recibo facture recu
pay payment paid settle zahlen zahlung bezahlen bezahlung pagar pago payer paiement regler
price cost fee charge rate amount expense preis kosten gebuhr precio costo coste tarifa prix cout frais
money cash fund funds dollar buck currency geld dinero plata argent
refund reimburse reimbursement moneyback erstattung ruckerstattung erstatten reembolso reembolsar devolucion remboursement rembourser
return sendback retoure zurucksenden zuruckschicken rucksendung devolver retourner renvoyer retour
exchange swap replace replacement substitute umtausch umtauschen ersatz cambiar cambio reemplazo echanger echange remplacement
buy purchase order get acquire shop kaufen bestellen bestellung comprar compra pedido pedir acheter achat commander commande
sell sale offer deal verkaufen angebot vender venta oferta vendre vente offre
cheap inexpensive discount bargain coupon voucher promo promotion gutschein rabatt gunstig descuento barato cupon vale remise rabais reduction
gift present giftcard geschenk regalo cadeau
deliver delivery ship shipping shipment dispatch send liefern lieferung versand versenden zustellung envio entrega enviar livraison livrer expedition expedier
parcel package box paket sendung paquete colis paquet
address location place adresse anschrift direccion ubicacion lieu
track trace follow status progress verfolgen sendungsverfolgung rastrear seguimiento estado suivre suivi statut
arrive arrival come reach ankommen ankunft llegar llegada arriver arrivee
late delay delayed overdue verspatet verspatung retraso tarde retard
cancel stop end terminate abort undo stornieren kundigen kundigung abbrechen widerrufen cancelar anular annuler resilier
subscribe subscription signup register registration enroll join abonnement abo anmelden registrieren suscripcion suscribir registrarse inscribirse abonner inscrire inscription
unsubscribe optout abmelden abbestellen darse baja desabonner desinscrire
account profile konto cuenta compte
password passcode login signin logon pin passwort kennwort einloggen contrasena clave sesion connexion identifiant
change modify edit update alter adjust switch revise andern anderung bearbeiten aktualisieren modificar editar actualizar modifier changer
delete remove erase clear drop loschen entfernen eliminar borrar supprimer effacer
add include put insert append hinzufugen anadir agregar ajouter
create make build set setup establish erstellen anlegen einrichten crear hacer creer
begin start launch initiate open starten beginnen empezar iniciar comenzar commencer demarrer
finish complete done conclude fertig beenden terminar acabar finir
break broken damage damaged defect defective faulty crack cracked ruined kaputt defekt beschadigt roto danado averiado casse abime defectueux endommage
repair fix mend restore reparieren reparatur reparar arreglar reparer reparation
problem issue trouble error bug fault failure problem fehler storung problema fallo erreur probleme panne
work function operate run funktionieren funciona funcionar fonctionner marcher
help assist assistance aid support guide hilfe helfen unterstutzung ayuda ayudar aide aider assistance
contact reach call phone telephone ring dial kontakt erreichen anrufen telefon contacto llamar telefono joindre appeler
email mail message write nachricht correo mensaje courriel
text sms message
talk speak chat converse discuss tell sprechen reden hablar parler
explain describe clarify define meaning mean definition erklaren bedeuten bedeutung explicar significa expliquer signifie
show display see view look check list zeigen anzeigen ansehen mostrar ver montrer afficher voir
find locate search seek lookup lost missing finden suchen verloren buscar encontrar perdido trouver chercher perdu
lose lost misplace misplaced missing
steal stolen theft thief rob robbed swipe swiped gestohlen diebstahl robar robado robo vole vol
know learn wissen saber conocer savoir
want need like wish would
ask question query inquire inquiry fragen frage preguntar pregunta demander
answer reply respond response antworten antwort responder respuesta repondre reponse
big large huge great gross grande grand
small little tiny klein pequeno petit
size fit measure measurement grosse passform talla tamano taille pointure
color colour shade farbe color couleur
long length duration time take dauern dauer lange durar tardar duree durer combien
fast quick quickly soon speed rapid express schnell rapido vite rapide
slow slowly slower langsam lento lentement
open opening hours offnungszeiten geoffnet abierto horario ouvert horaires ouverture
close closed shut geschlossen schliessen cerrado cerrar ferme fermer
store shop outlet branch laden geschaft filiale tienda sucursal magasin boutique
today tonight now current currently heute jetzt hoy ahora aujourd maintenant actuellement
tomorrow morgen manana demain
yesterday gestern ayer hier
day date tag fecha dia jour
week weekly woche semana semaine
month monthly monat mes mois
year yearly annual annually jahr ano annee
time hour clock minute second uhr zeit stunde hora minuto heure
schedule calendar agenda appointment plan planner event termin kalender cita calendario rendezvous calendrier
remind reminder remember memo forget erinnern erinnerung recordar recordatorio rappeler rappel
alarm wake wakeup snooze alert notify notification wecker alarma reveil
timer countdown stopwatch
meet meeting conference session treffen besprechung reunion
task todo chore errand job aufgabe tarea tache
list lists checklist liste lista
book reserve reservation booking buchen reservieren reservierung buchung reservar reserva reserver
table seat seats party dinner tisch mesa
restaurant diner eatery cafe bistro bar place dining
eat food meal dish dine lunch dinner breakfast supper snack essen mahlzeit comida comer repas manger nourriture
cook cooking bake baking prepare make boil roast grill fry kochen backen cocinar cuire cuisiner
recipe ingredient ingredients instructions rezept zutaten receta ingredientes recette
calorie calories nutrition nutritional nutrient fat carb carbs protein sugar healthy health kalorien
spoil spoiled rotten expire expired expiration bad stale fresh shelf good ablaufen abgelaufen caducar vencer perime expirer
drink beverage water coffee tea trinken getrank beber bebida boire boisson
recommend suggest suggestion recommendation advise idea ideas propose best empfehlen empfehlung vorschlag recomendar sugerir recommander suggerer conseiller
review reviews rating rated opinion feedback stars bewertung meinung resena opinion avis note
good great nice best fine excellent decent gut bueno bon
bad poor terrible worst awful schlecht malo mauvais
travel trip vacation journey holiday tour visit reise urlaub reisen viaje viajar vacaciones voyage voyager vacances
abroad overseas international foreign country ausland extranjero etranger
fly flight plane airplane airline flug fliegen flugzeug vuelo volar avion vol avion
airport terminal gate flughafen aeropuerto aeroport
luggage baggage suitcase bag bags gepack koffer equipaje maleta bagage bagages valise
hotel motel lodging accommodation inn room stay airbnb unterkunft zimmer alojamiento habitacion hebergement chambre
visa passport permit document documents ausweis pass pasaporte passeport
vaccine vaccines vaccination shot shots immunization immunize impfung vacuna vaccin
train bus subway transit metro zug tren train
taxi cab uber lyft ride
car vehicle auto automobile truck van wagen fahrzeug coche carro vehiculo voiture vehicule
rent rental hire lease mieten leihen alquilar alquiler louer location
drive driving commute road fahren conducir conduire
traffic congestion jam rush stau trafico embouteillage circulation
direction directions route way path navigate navigation gps map weg ruta camino itineraire chemin
far distance miles mile kilometers km near close entfernung weit distancia lejos loin
fuel gas gasoline petrol diesel tank benzin gasolina essence carburant
mileage mpg consumption economy
tire tires tyre tyres wheel wheels reifen llanta neumatico pneu
oil lubricant motor engine ol aceite huile moteur
battery charge charger power jump jumpstart dead batterie akku bateria pile
maintenance service servicing tuneup inspection checkup wartung mantenimiento revision entretien
mechanic garage workshop
weather forecast rain snow sunny temperature humid cold hot wetter tiempo clima meteo temps
temperature degree degrees hot cold warm heat thermostat temperatur temperatura
music song track tune artist album musik lied cancion musica musique chanson
play listen hear put start spielen horen tocar escuchar jouer ecouter
next skip following another
previous last past recent before earlier latest letzte ultimo anterior dernier precedent
playlist mix queue
volume loud louder quiet quieter sound turn laut leise volumen son
mute silent silence quiet whisper softly softer hush
movie film show video series cinema pelicula
game match play sport team spiel juego jeu
joke jokes funny humor laugh laughing amuse witz chiste blague
fact facts trivia interesting random fun
hello hi hey greetings howdy morning evening hallo hola bonjour salut
goodbye bye later farewell ciao tschuss adios revoir
thanks thank appreciate grateful gratitude danke gracias merci
yes yeah yep sure correct right affirmative true agree ja si oui
no nope nah negative wrong false disagree nein non
maybe perhaps possibly unsure might uncertain undecided vielleicht quizas peut
repeat again once more say wiederholen repetir repeter
translate translation spanish french german italian chinese japanese ubersetzen traducir traduccion traduire traduction
language english speak tongue sprache idioma lengua langue
accent voice sound dialect male female british
spell spelling letters spelled buchstabieren deletrear epeler
name called call nickname title namens heissen nombre llamas nom appelle
who person somebody someone people wer quien qui
you your yourself
old age born birthday young alt edad age
human person real bot robot machine computer ai artificial mensch humano persona humain robot
hobby hobbies fun enjoy interest interests freetime spare
pet pets dog cat animal animals haustier hund mascota perro animal chien
job work employ employer boss company firm employment career arbeit beruf trabajo empleo travail emploi
made create created creator developed developer designed built invented programmed
life existence purpose live leben vida vie
salary income wage wages earn earnings pay paycheck payday paid gehalt lohn einkommen sueldo salario ingreso salaire revenu
tax taxes irs taxation w2 wtwo steuer steuern impuesto impot taxe
holiday vacation pto leave dayoff timeoff days feiertag festivo ferie conge
retire retirement pension 401k rollover roll
insurance insured coverage policy plan insure benefits versicherung seguro assurance
bank banking branch institution banco banque
account checking savings deposit konto girokonto
balance remaining left available total much saldo kontostand solde restant
transaction transactions activity purchases history statement log recent
spend spent spending expenditure expenses ausgeben gastar gasto depenser depense
transfer move send wire remit shift uberweisen uberweisung transferir transferencia virement transferer
deposit put direct einzahlen depositar deposer
withdraw withdrawal atm abheben retirar retirer
card creditcard debitcard visa mastercard amex plastic karte kreditkarte tarjeta carte
credit loan lend kredit darlehen credito prestamo pret
score rating report points standing
limit maximum max cap ceiling grenze limite plafond
increase raise higher more grow boost improve expand extend erhohen aumentar mejorar augmenter ameliorer
decrease lower reduce less drop cut senken reducir bajar reduire baisser
improve better enhance upgrade strengthen verbessern
interest apr yield percent percentage zinsen interes interet taux
minimum least lowest smallest min mindestens minimo
due deadline owe owed by fallig faltig vencimiento vencer echeance
reward rewards points miles bonus loyalty cashback perk punkte pramie puntos recompensa points fidelite
redeem use spend cash claim einlosen canjear utiliser
check cheque checks cheques checkbook scheck cheque
routing aba code number
fraud fraudulent suspicious scam unauthorized strange unfamiliar unknown identity betrug fraude estafa arnaque
block blocked lock locked hold held suspended frozen unable sperren gesperrt bloquear bloqueado bloquer bloque
freeze frozen suspend pause halt stop deactivate disable hold einfrieren congelar geler suspendre
unlock unblock unfreeze activate enable reactivate entsperren desbloquear debloquer activer
decline declined reject rejected denied refused failed fail deny abgelehnt verweigert rechazado denegado refuse rejete
accept take allow permit approve approved akzeptieren annehmen aceptar accepter
report tell inform notify alert melden denunciar reportar signaler
request ask apply application submit petition antrag beantragen solicitud solicitar demande demander candidature
status progress state standing update approved approval processed
new fresh another replacement neu nuevo nouveau
expire expires expiration expiry valid until gultig ablauf caducidad validez expiration valable
currency exchange rate convert conversion dollars euros yen pesos pounds wechselkurs moneda divisa devise taux
convert conversion change into translate umrechnen convertir
inch inches feet foot meter meters cup cups ounce ounces pound pounds gram grams liter liters gallon tablespoon teaspoon quart
calculate math compute add plus minus subtract multiply divide sum times square root percent rechnen calcular calculer
number numbers digit digits count nummer numero zahl chiffre
random flip coin toss heads tails
dice die roll sided
light lights lamp bulb licht luz lumiere
home house apartment haus wohnung casa maison
device smart gadget appliance equipment gerat dispositivo appareil
phone mobile cell cellphone smartphone iphone android handy movil celular portable
connect pair sync link bluetooth wifi wireless verbinden conectar vincular connecter jumeler
disconnect unpair unlink unsync trennen desconectar deconnecter
reset restore default defaults factory original zurucksetzen restablecer reinitialiser
setting settings option options preference preferences configuration einstellung einstellungen ajuste configuracion parametre reglage
plug socket outlet adapter converter electrical electricity steckdose enchufe prise
pressure psi air inflate inflated
warranty guarantee garantie garantia
where location whereabouts spot position wo donde ou
share send give forward pass teilen compartir partager
friend buddy mate mom mother dad father brother sister wife husband family boss freund amigo ami famille
busy crowded wait waiting line packed full
wait queue hold waiting warten esperar attendre attente
child kid kids children baby kind nino enfant
adult grownup erwachsene adulto adulte
doctor physician medical clinic hospital nurse arzt medico medecin
medicine drug pill prescription medikament medicina medicament
safe secure security protect sicher sicherheit seguro seguridad securite
privacy personal data datenschutz daten datos privacidad donnees
school college university class course schule escuela ecole
student pupil learner
print printer copy drucken imprimir imprimer
download install installation app application software program herunterladen installieren descargar instalar telecharger installer
upload attach attachment file hochladen subir archivo fichier
screen display monitor bildschirm pantalla ecran
internet online web website network connection wlan red sitio reseau
stain clean cleaning wash washing dirty laundry waschen reinigen lavar limpiar nettoyer laver
fabric cloth cotton wool material stoff tela tissu
shoe shoes boot boots sneaker sneakers schuhe zapatos chaussures
shirt jacket coat trousers pants dress clothes clothing garment kleidung ropa vetement
wear worn tragen
sit chair sofa couch furniture mobel mueble meuble
allergy allergic intolerance vegan vegetarian gluten dairy allergie alergia
free gratis complimentary kostenlos gratuit gratuitement
stock available availability sold inventory verfugbar lager disponible existencias disponibilite
pick pickup collect collection abholen abholung recoger retirar
customs duty import export zoll aduana douane
contract agreement terms conditions vertrag contrato contrat
company business firm organisation organization unternehmen firma empresa entreprise societe
complaint complain dissatisfied unhappy beschwerde beschweren reklamation queja reclamo plainte reclamation
apologize sorry apology pardon entschuldigung disculpa desole
confirm confirmation verify verification validate sure bestatigen bestatigung confirmar confirmation verifier
compare difference versus differ unterschied vergleich comparar diferencia comparer difference
choose select pick option decide wahlen auswahlen elegir escoger choisir
quantity amount many count several menge cantidad quantite combien
weight weigh heavy pounds kilos gewicht schwer peso pesado poids
water waterproof rain wet wasserdicht impermeable
`;

const groups = new Map<string, number[]>();
for (const [group, line] of MEANINGS.trim().split('\n').entries()) {
  for (const word of new Set(wordsOf(line).map(stem))) groups.set(word, [...(groups.get(word) ?? []), group]);
}

export const MEANING_COUNT = MEANINGS.trim().split('\n').length;

const NONE: readonly number[] = [];

/** The meanings a word may have, by its stem. */
export function meaningsOf(stemmed: string): readonly number[] {
  return groups.get(stemmed) ?? NONE;
}
