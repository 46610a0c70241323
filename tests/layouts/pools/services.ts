/** What domestic invoices sell, by language: text, unit, price. */
const TEXT: Record<string, string> = {
  de: "Trennblätter A4;Stk;9.9|Joghurt Banane;kg;5.5|Beratungsleistung Projekt Nord;Std;95|Wartungsvertrag monatlich;Monat;149|Schrauben M8 verzinkt;Pack;12.4|Bürostuhl ergonomisch;Stk;289|Druckerpapier 80 g;Karton;24.9|Montage vor Ort;Std;68|Webhosting Paket Plus;Monat;14.9|Kopfhörer kabellos;Stk;79|Rotwein trocken 0,75 l;Fl;8.9|Fahrtkosten;km;0.42|Netzwerkkabel Cat6 5 m;Stk;6.2|Softwarelizenz Jahr;Lizenz;480|Malerarbeiten Treppenhaus;qm;17.5|Reinigung Büroräume;Std;29",
  fr: "Prestation de conseil;jour;650|Chaise de bureau;pce;189|Ramette papier A4;carton;22.5|Maintenance mensuelle;mois;120|Câble réseau 5 m;pce;7.9|Hébergement web;mois;19|Vin rouge 75 cl;btl;9.4|Formation utilisateur;h;85|Pommes de terre;kg;1.35|Main d'œuvre atelier;h;62|Lampe LED;pce;11.2|Transport express;forfait;45|Licence logicielle annuelle;u;390|Peinture acrylique 10 L;pot;74",
  it: "Consulenza informatica;ore;70|Canone mensile assistenza;mese;110|Sedia ufficio;pz;145|Olio extravergine 1 l;bt;9.8|Carta A4 risma;conf;4.6|Manodopera;ore;38|Cavo di rete 5 m;pz;6.5|Piastrelle gres 60x60;mq;24.5|Licenza software annuale;nr;420|Vino rosso 0,75 l;bt;8.2|Trasporto;nr;35|Guarnizione in gomma;pz;2.4|Valvola a sfera;pz;17.3",
  en: "Consulting services;hrs;110|Monthly support plan;month;89|Office chair;pcs;159|Printer paper A4;box;21.5|Web hosting - Business;month;12.99|Network cable 5 m;pcs;6.75|Annual software licence;licence;399|Site survey;day;420|Paint, white 10 L;tin;48|On-site installation;hrs;65|Mobile plan 20GB;line;18.5|Domain renewal;year;14.95|Flight LON-FRA;ticket;189|Hotel, 2 nights;night;96|Cleaning services;hrs;22",
  es: "Servicios de consultoría;h;75|Silla de oficina;ud;139|Papel A4;caja;19.9|Mantenimiento mensual;mes;95|Aceite de oliva 5 l;ud;34|Vino tinto 0,75 l;bot;7.5|Transporte;ud;30|Licencia anual;ud;350|Cable de red 5 m;ud;5.9|Mano de obra;h;42|Azulejo 60x60;m2;18.5",
  nl: "Adviesuren project;uur;92|Bureaustoel;st;175|Kopieerpapier A4;doos;23|Onderhoud per maand;mnd;99|Netwerkkabel 5 m;st;6.4|Webhosting;mnd;11.5|Kaas belegen;kg;12.8|Tulpenbollen;zak;4.95|Reiskosten;km;0.35|Softwarelicentie;jaar;360",
  pt: "Serviços de consultoria;h;60|Cadeira de escritório;un;129|Papel A4;cx;18.9|Manutenção mensal;mês;85|Azeite 0,75 l;gf;8.7|Vinho tinto;gf;6.9|Transporte;un;25|Licença anual;un;310|Cabo de rede 5 m;un;5.5|Mão de obra;h;28",
};

/** One thing sold on a domestic invoice. */
export interface Service {
  readonly text: string;
  readonly unit: string;
  readonly price: number;
}

/** The things sold in a language. */
export function services(lang: string): readonly Service[] {
  return (TEXT[lang] ?? TEXT.en ?? "").split("|").map((each) => {
    const [text = "", unit = "", price] = each.split(";");
    return { text, unit, price: Number(price) };
  });
}

/** The home of a language's sellers, and their rates of tax. */
export const HOMES: Record<string, { readonly countries: readonly string[]; readonly rates: readonly number[] }> = {
  de: { countries: ["DE"], rates: [19, 19, 7] },
  fr: { countries: ["FR"], rates: [20, 20, 5.5, 10] },
  it: { countries: ["IT"], rates: [22, 22, 10, 4] },
  en: { countries: ["GB", "US", "SG", "AU", "GB"], rates: [20, 20] },
  es: { countries: ["ES"], rates: [21, 21, 10] },
  nl: { countries: ["NL"], rates: [21, 21, 9] },
  pt: { countries: ["BR"], rates: [23, 23, 6] },
};
