//! Words by what they announce: units, months, nouns that carry a number. One look-up a word.
//!
//! Refuses to decide: a class is one fact among many that the reader weighs. Written for this project (CC0 1.0).

use std::collections::HashMap;

use crate::deident::cues::{
    ADDRESSED, EQUIPMENT, FACILITY, KIN, ORG_HEADS, ORG_TAILS, PARTICLES, PLACE_TAILS, ROLES, SPEECH, TITLES, VESSELS,
};

/// Titles, trades, and nouns for a place that is numbered.
pub(super) const ANNOUNCING: u64 = 0b111;

/// Titles alone.
pub(super) const TITLE: u64 = 0b1;

/// Bits of the classes of each word.
#[derive(Debug)]
pub(super) struct Classes {
    bits: HashMap<&'static str, u32>,
    somebody: HashMap<&'static str, u64>,
}

impl Classes {
    pub(super) fn new() -> Self {
        let cues: [&[&str]; 12] =
            [TITLES, ROLES, ADDRESSED, KIN, ORG_TAILS, ORG_HEADS, PLACE_TAILS, PARTICLES, VESSELS, EQUIPMENT, FACILITY, SPEECH];
        let mut bits: HashMap<&'static str, u32> = HashMap::new();
        let own = OWN.iter().map(|text| text.split_whitespace().collect::<Vec<_>>());
        for (class, words) in cues.iter().map(|words| words.to_vec()).chain(own).enumerate() {
            for word in words {
                *bits.entry(word).or_default() |= 1 << class;
            }
        }
        let somebody = (1..).zip(SOMEBODY).flat_map(|(group, words)| words.split_whitespace().map(move |word| (word, group))).collect();
        Self { bits, somebody }
    }

    /// The group of a word for people, counted from one; nought for any other.
    pub(super) fn somebody(&self, lower: &str) -> u64 {
        self.somebody.get(lower).copied().unwrap_or_default()
    }

    /// The classes of a word in small letters.
    pub(super) fn of(&self, lower: &str) -> u32 {
        self.bits.get(lower).copied().unwrap_or_default()
    }
}

/// Words for people: he, she, I, somebody among others, we and they, those in care or carried. A word keeps its last group.
const SOMEBODY: [&str; 6] = [
    "he him his él il lui er ihn ihm sein seine seiner seinem seinen",
    "she her hers ella elle sie ihr ihre ihrer ihrem ihren",
    "i me my i'm im i've yo mi soy je j moi mon ma mes suis ich mich mir mein meine meiner bin",
    "who whose quien cuyo cuya qui dont dessen deren one lad guy fella bloke chap woman man lady girl boy chico chica tipo señora hombre \
     mujer gars femme homme fille monsieur dame mann frau kollege kollegin junge typ compañero compañera collègue colleague",
    "we us our ours they them their nosotros nuestro nuestra nous notre nos wir uns unser unsere unserem su sus son sa ses leur",
    "patient pt resident customer passenger paciente résident patiente patientin bewohner bewohnerin pasajero passager fahrgast",
];

/// Units, months, weekdays, numbers in words, things that drive, papers that are numbered, places that are numbered, contact words,
/// hours, ages, sole posts, life events.
const OWN: [&str; 12] = [
    "mg ml mcg µg g kg l cl dl m mm cm km nm kv v mv ma bar mbar psi kpa degrees degree deg degc c f percent pct kts knots kt hz khz kw mw \
     kwh a amp amps minutes minute mins min hours hour hrs seconds second secs sec days day weeks week months years litres litre liters \
     units iu pax people persons ft feet foot inch inches in metres meters metre tonnes tonne tons t mmol meq boxes times x rpm lux db \
     minutos minuto horas segundos días semanas meses años metros litros grados personas veces euros minutes heures secondes jours \
     semaines mois ans mètres litres degrés personnes fois minuten stunden sekunden tage wochen monate jahre meter liter grad leute mal \
     euro pounds dollars rand rupees stück gramm gramos grammes gouttes gotas tropfen compresses tablets vials ampoules",
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov \
     dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier février mars avril mai juin \
     juillet août septembre octobre novembre décembre januar jänner februar märz april mai juni juli oktober dezember",
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun lunes martes miércoles jueves \
     viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag \
     sonnabend sonntag mo di mi do fr sa so",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty \
     thirty forty fifty sixty seventy eighty ninety half quarter midnight noon midday uno una dos tres cuatro cinco seis siete ocho nueve \
     diez once doce media cuarto mediodía medianoche veinte treinta un deux trois quatre cinq sept huit neuf dix onze douze demie quart \
     midi minuit vingt trente quarante cinquante eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf halb viertel zwanzig \
     dreißig vierzig fünfzig mittag mitternacht",
    "truck lorry van bus coach tram train loco locomotive unit set tractor trailer rig tanker tug loader dumper digger excavator grader \
     dozer crane forklift fork reach stacker telehandler ambulance appliance engine pump ladder tender car cab taxi vehicle wagon quad \
     harvester combine flight aircraft plane heli helicopter chopper boat ferry ship vessel barge launch rib skiff sled mixer shuttle \
     fleet route line service headcode callsign camión furgoneta autobús bus tranvía tren locomotora tractor remolque grúa carretilla \
     ambulancia coche vehículo vuelo avión helicóptero barco lancha línea unidad móvil camion camionnette autocar tramway rame motrice \
     tracteur remorque grue chariot élévateur voiture véhicule vol avion hélicoptère bateau ligne engin fourgon lkw pkw laster \
     lieferwagen bus straßenbahn tram zug lok triebwagen traktor schlepper anhänger kran stapler gabelstapler bagger radlader rtw nef ktw \
     hlf lf dlk wagen fahrzeug flug flieger hubschrauber schiff boot linie kurs",
    "number no nr num numéro número nummer ref reference id badge licence license permit ticket order job docket case file record mrn \
     chart sample specimen accession batch lot serial asset tag invoice incident report patient staff employee payroll pin certificate \
     cert claim policy booking consignment pallet parcel container manifest wo po ptw loto swms cr chg inc req jira bug pr commit expediente historia \
     albarán pedido orden parte permiso carné licencia nómina muestra lote serie factura póliza matrícula folio dossier bon commande \
     permis matricule échantillon lot série facture billet fiche agrément auftrag auftragsnummer akte fallnummer personalnummer \
     ausweis erlaubnis schein lizenz probe charge serie seriennummer rechnung vorgang meldung inventar inventarnummer gerätenummer",
    "ward bay bed room theatre bay cubicle pod zone floor level block gate dock berth stand platform aisle lane row rack shelf slip ramp \
     taxiway runway spot pad sector area corridor shed store cabin deck hold slot turbine tower mast signal points milepost mile chainage \
     junction crossing exit stop road street avenue lot field paddock pen barn silo bin door hall lab bench hood station stage chute \
     hydrant shaft drift stope heading crosscut portal pier pile wharf jetty pontoon lock sala box cama habitación quirófano planta \
     puesto pasillo muelle andén nivel puerta vía pista carril nave calle kilómetro km torre galería aula salle lit chambre couloir étage \
     quai niveau bâtiment porte voie piste allée rue travée quai hangar point box bloc galerie cellule zimmer bett saal raum gang ebene \
     halle gleis tor platz etage haus station bereich regal reihe bahn kilometer turm schacht stollen steg liegeplatz straße op box \
     koje bahnsteig weiche strecke haltestelle anlage bunker silo",
    "ext extension bleep pager phone tel telephone mobile cell call ring dect radio fax email mail login user username account handle \
     password url site link server host vpn share teléfono tel móvil extensión busca interno correo usuario cuenta téléphone tél portable \
     poste bip courriel mail identifiant compte utilisateur telefon tel handy durchwahl piepser pieper funk mail benutzer kennung konto \
     anmeldung rechner",
    "at about around by before after since until till from between approx circa shift hrs hours am pm oclock o'clock a las sobre hacia \
     antes después desde hasta turno h à vers avant après depuis jusqu poste heures heure um gegen ab bis vor nach seit kurz uhr schicht",
    "aged age old year-old yr yrs yo y/o years-old turning años edad añitos ans âgé âgée jahre jährig jährige jährigen alt alter",
    "only sole new first single lone acting chief head lead director manager único única solo sola nuevo nueva primer primera jefe jefa \
     director directora gerente encargada seul seule unique nouveau nouvelle premier première chef directeur directrice responsable \
     einzige einziger einzigen neue neuer neuen erste erster leiter leiterin chef chefin",
    "wife husband son daughter brother sister mother father cousin nephew niece uncle aunt twin in-law pregnant maternity retired retiring \
     married wedding divorce widow widower funeral buried cancer chemo wheelchair deaf blind limp scar tattoo beard stutter prosthetic \
     amputee glass leg arm eye mujer marido hijo hija hermano hermana madre padre primo sobrino cuñado gemelo embarazada jubilado boda \
     viudo entierro cáncer silla cicatriz tatuaje barba tartamudea femme mari fils fille frère soeur sœur mère père cousin neveu nièce \
     beau-frère jumeau enceinte retraite mariage veuf veuve enterrement cancer fauteuil cicatrice tatouage barbe bégaie frau mann sohn \
     tochter bruder schwester mutter vater vetter cousine neffe nichte schwager schwägerin zwilling schwanger rente hochzeit witwe witwer \
     beerdigung krebs rollstuhl narbe tattoo bart stottert prothese",
];
