import { day, later } from "./formats";
import { containerNumber, fill, invoiceNumber, vatNumber } from "./identifiers";
import { COUNTRIES, type Country, country } from "./pools/countries";
import { EDIBLE, type Good, INDUSTRIAL } from "./pools/goods";
import type { Random } from "./random";

/** An invented firm. */
export interface Firm {
  readonly name: string;
  /** Its name in Chinese, for firms of China. */
  readonly zh?: string;
  readonly country: Country;
  readonly address: readonly string[];
  readonly phone: string;
  readonly vat: string;
  readonly mail: string;
  /** The name without the legal form, as a logo has it. */
  readonly short: string;
}

/** One line of goods. */
export interface Line {
  readonly good: Good;
  readonly description: string;
  readonly zh: string;
  readonly hs: string;
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  readonly net: number;
  readonly gross: number;
  readonly packages: number;
  readonly origin: Country;
  readonly part: string;
  readonly volume: number;
}

/** What a set of papers is about; every paper shows a part of it. */
export interface Shipment {
  readonly seller: Firm;
  readonly buyer: Firm;
  readonly third: Firm;
  readonly agent: Firm;
  readonly invoice: string;
  readonly date: string;
  readonly lines: readonly Line[];
  readonly currency: string;
  readonly subtotal: number;
  readonly incoterm: string;
  readonly loading: readonly [string, string];
  readonly discharge: readonly [string, string];
  readonly air: readonly [readonly [string, string], readonly [string, string]];
  readonly gross: number;
  readonly net: number;
  readonly packages: number;
  readonly packing: string;
  readonly volume: number;
  readonly containers: readonly string[];
  readonly vessel: string;
  readonly voyage: string;
  readonly sailed: string;
  readonly order: string;
}

const HEADS =
  "Alder Basalt Brightwell Calder Cobalt Delmar Elmstead Fenwick Garnet Halcyon Ibex Jarrow Kelvin Larkfield Meridian Norvik Ostara Pemberton Quantum Ravello Silverline Tamarind Ulmer Vantage Westmark Xylo Yardley Zephyr Aurelia Bonetti Castella Dumont Eberhardt Fontaine Grimaldi Hoffmann Iriarte Jansen Kowalski Lombardi Marchetti Nagano Oliveira Pereira Rossmann Schuster Tanaka Urbina Visser Weidmann Yamato Zanetti Krüger Lefèvre Müller".split(
    " ",
  );
const TRADES =
  "Trading,Textiles,Machinery,Electronics,Foods,Industries,Components,Logistics Supplies,Home Products,Instruments,Chemicals,Metalworks,Furniture,Plastics,Toys,Garments,International,Global,Export,Engineering,Agro,Seafood,Optics,Tools,Packaging,Lighting,Auto Parts,Ceramics,Medical,Sports".split(
    ",",
  );
const ZH_TOWNS = "上海 深圳 宁波 青岛 义乌 东莞 厦门 杭州 广州 苏州".split(" ");
const ZH_HEADS = "华兴 瑞丰 金诚 宏远 东方 恒通 海川 立信 百盛 新合 嘉运 长青 明泰 凯达".split(" ");
const ZH_TRADES = "进出口,电子科技,纺织品,机械设备,家居用品,工贸,国际贸易,塑胶制品,食品,照明".split(",");
const VESSELS =
  "NORTHERN JUPITER,EVER BRISK,OCEAN TREASURE,MERIDIAN HARMONY,HANSA BERGEN,CORAL BAY,STAR AURORA,PACIFIC LINK,ATLANTE SIRIUS,XIN HAI 7,SEA LYRA,ORIENT PEARL".split(
    ",",
  );

/** An invented firm of a country. */
export function firm(r: Random, where: Country): Firm {
  const head = r.pick(HEADS);
  const trade = r.pick(TRADES);
  const legal = r.pick(where.legal);
  const town = r.pick(where.towns);
  const cityWord = town.replace(/[\d,].*$/, "").trim();
  const isChina = where.code === "CN";
  const base = r.pick([
    `${head} ${trade}`,
    `${head} ${trade}`,
    head,
    `${head} & ${r.pick(HEADS)}`,
    `${r.pick(HEADS)} ${head} ${trade}`,
    `${r.letters(3)} ${trade}`,
  ]);
  const short = isChina && cityWord ? `${cityWord.replace(/ City$/, "")} ${base}` : base;
  const street = r.pick(where.streets).replace(/#/g, () => String(r.int(1, r.chance(0.5) ? 99 : 899)));
  const shows = r.chance(0.75);
  const written = r.pick([where.name, where.name.toUpperCase()]);
  const address = r.chance(0.25) ? [`${street}, ${town}`] : [street, town];
  if (shows && address.length === 1 && r.chance(0.5)) address[0] += `, ${written}`;
  else if (shows) address.push(written);
  const zh = isChina ? `${r.pick(ZH_TOWNS)}${r.pick(ZH_HEADS)}${r.pick(ZH_TRADES)}有限公司` : undefined;
  const domain = head
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
  return {
    name: `${short} ${legal}`.replace(" , ", ", "),
    ...(zh ? { zh } : {}),
    country: where,
    address,
    phone: `${where.dial}${r.pick([" ", "-"])}${fill(r, r.pick(["## #### ####", "(0)## ######", "###-####-###", "#########"]))}`,
    vat: vatNumber(r, where),
    mail: `${r.pick(["info", "sales", "export", "office", "mail"])}@${domain}.example`,
    short,
  };
}

const AS_WEIGHT: Record<string, number> = { KG: 1, KGS: 1, MT: 1000 };

function line(r: Random, good: Good, origin: Country, budget: number): Line {
  const hsLength = r.pick([6, 8, 8, 10]);
  const price = Number((good.price * r.decimal(0.7, 1.5, 3)).toFixed(good.price < 1 ? r.pick([2, 3]) : 2)) || 0.1;
  const most = Math.max(2, Math.min(20000, budget / price));
  const raw = r.decimal(
    1,
    most,
    good.unit === "SQM" || good.unit === "MTR" || AS_WEIGHT[good.unit] ? r.pick([0, 1, 2]) : 0,
  );
  const quantity = r.chance(0.4) ? Math.max(1, Math.round(raw / 10) * 10) : Math.max(1, raw);
  const weight = AS_WEIGHT[good.unit];
  const net =
    Number((quantity * (weight ?? good.kg * r.decimal(0.85, 1.15, 2))).toFixed(weight ? 2 : r.pick([1, 2, 2]))) || 0.1;
  const gross = Number((net * r.decimal(1.03, 1.16, 3)).toFixed(2));
  const part = r.pick([
    () => `${r.letters(2)}-${r.digits(3)}`,
    () => r.digits(6),
    () => `${r.letters(1)}${r.digits(4)}${r.letters(1)}`,
  ])();
  const suffix = r.chance(0.3) ? ` ${r.pick(["Model", "Art.", "P/N", "Ref.", "Type", "Style"])} ${part}` : "";
  return {
    good,
    description: good.en + suffix,
    zh: good.zh,
    hs: good.hs + (hsLength > 6 ? r.digits(hsLength - 6) : ""),
    quantity,
    price,
    amount: Number((quantity * price).toFixed(2)),
    net,
    gross,
    packages: Math.max(1, Math.min(900, Math.round(gross / r.int(8, 40)))),
    origin,
    part,
    volume: Number((gross / r.int(120, 400)).toFixed(3)) || 0.01,
  };
}

/** The yen has no cents. */
function inYen(each: Line): Line {
  const price = Math.max(1, Math.round(each.price * 150));
  return { ...each, price, amount: Math.round(price * each.quantity) };
}

/** A case of trade between two invented firms. */
export function shipment(r: Random, options: { food?: boolean; from?: string; most?: number } = {}): Shipment {
  const from = country(
    options.from ?? r.pick(["CN", "CN", "CN", r.pick(COUNTRIES).code, r.pick(COUNTRIES).code, r.pick(COUNTRIES).code]),
  );
  const to = r.pick(COUNTRIES.filter((each) => each.code !== from.code));
  const other = r.chance(0.12) ? r.pick(COUNTRIES.filter((each) => each.code !== from.code)) : from;
  const pool = options.food ? EDIBLE : r.chance(0.12) ? EDIBLE : INDUSTRIAL;
  const count = Math.min(options.most ?? 30, r.pick([1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 9, 12, 18, 26]));
  const goods = r.some(pool, count);
  const currency = r.chance(0.55) ? "USD" : r.pick([from.currency, "EUR", to.currency]);
  const lines = goods
    .map((good, at) => line(r, good, at === 1 ? other : from, r.pick([900, 8000, 40000])))
    .map((each) => (currency === "JPY" ? inYen(each) : each));
  const sum = (of: (each: Line) => number, decimals: number) =>
    Number(lines.reduce((total, each) => total + of(each), 0).toFixed(decimals));
  const date = day(r);
  const near = (place: Country) => r.pick(place.ports);
  return {
    seller: firm(r, from),
    buyer: firm(r, to),
    third: firm(r, r.pick([to, to, r.pick(COUNTRIES)])),
    agent: firm(r, from),
    invoice: invoiceNumber(r, date),
    date,
    lines,
    currency,
    subtotal: sum((each) => each.amount, 2),
    incoterm: r.pick(["FOB", "FOB", "CIF", "CIF", "CFR", "EXW", "DAP", "FCA", "CPT", "CIP", "DDP"]),
    loading: near(from),
    discharge: near(to),
    air: [r.pick(from.airports), r.pick(to.airports)],
    gross: sum((each) => each.gross, 2),
    net: sum((each) => each.net, 2),
    packages: sum((each) => each.packages, 0),
    packing: r.pick([
      "CARTONS",
      "CARTONS",
      "PALLETS",
      "CASES",
      "PACKAGES",
      "BAGS",
      "CTNS",
      "PKGS",
      "WOODEN CASES",
      "DRUMS",
    ]),
    volume: sum((each) => each.volume, 3),
    containers: Array.from({ length: r.pick([1, 1, 1, 2, 2, 3]) }, () => containerNumber(r)),
    vessel: r.pick(VESSELS),
    voyage: r.pick([`${r.digits(3)}${r.pick(["E", "W", "N", "S"])}`, `0${r.digits(2)}W`, `V.${r.digits(4)}`]),
    sailed: later(date, r.int(1, 14)),
    order: r.pick([
      `PO${r.digits(6)}`,
      `45000${r.digits(5)}`,
      `P-${r.digits(5)}`,
      `${r.digits(4)}/${date.slice(2, 4)}`,
    ]),
  };
}
