import type { Random } from "./random";

/** How one sheet writes its numbers. */
export interface NumberStyle {
  readonly group: string;
  readonly point: string;
}

const STYLES: Record<string, readonly NumberStyle[]> = {
  en: [
    { group: ",", point: "." },
    { group: ",", point: "." },
    { group: "", point: "." },
  ],
  comma: [
    { group: ".", point: "," },
    { group: ".", point: "," },
    { group: "", point: "," },
    { group: " ", point: "," },
  ],
  fr: [
    { group: "\u00a0", point: "," },
    { group: "\u202f", point: "," },
    { group: "", point: "," },
  ],
  swiss: [{ group: "'", point: "." }],
};

/** A way of writing numbers that fits the language. */
export function numberStyle(r: Random, lang: string): NumberStyle {
  if (lang === "fr") return r.pick(STYLES.fr ?? []);
  if (["de", "it", "es", "nl", "pt"].includes(lang))
    return r.chance(0.06) ? { group: "'", point: "." } : r.pick(STYLES.comma ?? []);
  return r.pick(STYLES.en ?? []);
}

/** A number with so many decimals, in a style. */
export function number(value: number, decimals: number, style: NumberStyle): string {
  const [whole = "0", part] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, style.group);
  return `${value < 0 ? "-" : ""}${grouped}${part ? style.point + part : ""}`;
}

const MONTHS: Record<string, string> = {
  en: "January February March April May June July August September October November December",
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  it: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  nl: "januari februari maart april mei juni juli augustus september oktober november december",
  pt: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
};

const two = (value: number) => String(value).padStart(2, "0");

function parts(iso: string) {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  const name = (lang: string) => (MONTHS[lang] ?? MONTHS.en ?? "").split(" ")[month - 1] ?? "";
  const short = (name("en").slice(0, 3) || "").trim();
  const suffix =
    day % 10 === 1 && day !== 11
      ? "st"
      : day % 10 === 2 && day !== 12
        ? "nd"
        : day % 10 === 3 && day !== 13
          ? "rd"
          : "th";
  return { year, month, day, name, short, suffix, yy: String(year).slice(2) };
}

type Write = (iso: string) => string;

const ENGLISH: readonly Write[] = [
  (iso) => iso,
  (iso) => {
    const d = parts(iso);
    return `${two(d.day)}-${d.short}-${d.yy}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${two(d.day)}-${d.short.toUpperCase()}-${d.year}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${d.day} ${d.name("en")} ${d.year}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${d.name("en")} ${d.day}, ${d.year}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${d.short}. ${d.day}, ${d.year}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${d.name("en")} ${d.day}${d.suffix}, ${d.year}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${d.short.toUpperCase()}.${two(d.day)},${d.year}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${two(d.day)}.${two(d.month)}.${d.year}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${two(d.day)}/${two(d.month)}/${d.year}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${d.year}/${two(d.month)}/${two(d.day)}`;
  },
  (iso) => {
    const d = parts(iso);
    return d.day > 12 ? `${two(d.month)}/${two(d.day)}/${d.year}` : `${d.day}-${d.short}-${d.year}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${two(d.day)} ${d.short} ${d.year}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${two(d.day)}${d.short.toUpperCase()}${d.year}`;
  },
];
const CHINESE: readonly Write[] = [
  (iso) => {
    const d = parts(iso);
    return `${d.year}年${d.month}月${d.day}日`;
  },
  (iso) => {
    const d = parts(iso);
    return `${d.year}年${two(d.month)}月${two(d.day)}日`;
  },
  (iso) => iso,
  (iso) => {
    const d = parts(iso);
    return `${d.year}/${d.month}/${d.day}`;
  },
  (iso) => {
    const d = parts(iso);
    return `${d.short.toUpperCase()}. ${two(d.day)}, ${d.year}`;
  },
];

/** A way of writing dates that fits the language; each can be read in one way only. */
export function dateStyle(r: Random, lang: string): Write {
  if (lang === "en") return r.pick(ENGLISH);
  if (lang.startsWith("zh")) return r.pick(CHINESE);
  const separator = lang === "de" ? "." : r.pick(["/", "/", "-", "."]);
  if (r.chance(0.2)) {
    const joint = lang === "de" ? ". " : lang === "es" || lang === "pt" ? " de " : " ";
    return (iso) => {
      const d = parts(iso);
      return `${d.day}${joint}${d.name(lang)}${lang === "de" ? " " : joint}${d.year}`;
    };
  }
  if (r.chance(0.08)) return (iso) => iso;
  return (iso) => {
    const d = parts(iso);
    return [two(d.day), two(d.month), d.year].join(separator);
  };
}

/** A day between two years, and one so many days later. */
export function day(r: Random): string {
  return later("2023-01-01", r.int(0, 1330));
}

/** The day so many days after another. */
export function later(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const ONES =
  "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN".split(
    " ",
  );
const TENS = "- - TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY".split(" ");

/** A whole number in English words, in capitals. */
export function words(value: number): string {
  if (value < 20) return ONES[value] ?? "";
  if (value < 100) return `${TENS[Math.floor(value / 10)]}${value % 10 ? `-${ONES[value % 10]}` : ""}`;
  if (value < 1000) return `${ONES[Math.floor(value / 100)]} HUNDRED${value % 100 ? ` AND ${words(value % 100)}` : ""}`;
  const [unit, name] = value < 1e6 ? [1e3, "THOUSAND"] : [1e6, "MILLION"];
  const rest = value % (unit as number);
  return `${words(Math.floor(value / (unit as number)))} ${name}${rest ? ` ${words(rest)}` : ""}`;
}
