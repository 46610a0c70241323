import { beginsWith, squeeze } from "./fold";
import { boxAround, rowsOf, textOf, typicalHeight } from "./layout";
import { list } from "./lexicon/list";
import { parseCommodityDigits, parseCountry } from "./parse-value";
import type { Word } from "./words";

/** What rows under a name begin with when they tell something else of the goods. */
const DETAILS = list(`
  art nr, art no, artikelnr, artikelnummer, article no, item no, item code, part no, p/n, sku, ref no, ean, gtin, hs,
  hs code, hts, tariff, origin, country of origin, made in, herkunftsland, ursprungsland, pays d'origine, origine,
  原产国, 产地, lot, batch, charge, serial, seriennummer, s/n, bruttopreis, abschlag, rabatt, zuschlag, lieferdatum,
  liefertermin, leistungsdatum, lieferschein, bestellung, auftrag, remise, order no, po no, customs tariff,
  zolltarif, statistische warennummer, warennummer, comm code, commodity code, commodity no, stat warennr, stat waren nr, stat nr, ctry of origin,
  ctry orig, c/o, gtip, ncm, hsn, taric, mensei, menge je, packaging,
  lief schein, liefersch, ls nr, art id, artikel id, asin, isbn, imei, ursprung, rif ddt, rif ordine, rif ord, vs ordine, vostro ordine, vs ord, enligt foljesedel,
  enligt order, enl foljesedel, foljesedel, folgeseddel, projekt, project, bon de livraison, bl n, commande n, votre commande, ref client, pakbon, uw order, albaran, pedido, delivery note, your order, leistungszeitraum,
  zeitraum, period, periode, periodo, service period
`).map(squeeze);
const LABELLED = /^\p{L}[\p{L}\d\s.()/'’-]{1,32}[:：]/u;
/** The number under which a firm keeps the goods. */
const ARTICLE = /^(art|ref|réf)\.?\s+(?=\S*\d)/iu;
/** A row so many heights below the one before is no more of a name. */
const APART = 3;

const CODE_INSIDE =
  /[(（[]?\s*(?<!\p{L})(?:h\.?\s?s\.?|h\.?t\.?s\.?(?:\s?us)?|hsn|taric|g\.?t\.?i\.?p\.?|n\.?c\.?m\.?|zolltarif(?:nummer|nr)?|warennummer|comm(?:odity)?\.?|stat\.?|tariff|customs tariff|cn|schedule b|b)\s*(?:code|no|nr|number|tariff|heading)?\.?\s*[:：#]?\s*(\d{4}[.\s]?\d{2}[\d.\s]{0,7})\s*[)）\]]?/iu;
/** "Statistische Warennummer: 84825000", as firms print it under the name. */
const CODE_LABELLED =
  /(?:statistische warennummer|stat\.?\s?waren-?nr\.?|zolltarif-?(?:nummer|nr\.?)|tarif-?nr\.?|code douanier|nomenclature douani[eè]re|codice doganale|partida arancelaria|intrastat(?: code)?)\s*(?:no\.?|nr\.?)?\s*[:：#]?\s*(\d{4}[.\s]?\d{2}[\d.]{0,7})/iu;
const ORIGIN_INSIDE =
  /[(（*]?\s*(?:country of origin|ctry\.? (?:of )?orig(?:in|\.)?|origin|made in|coo|ursprungsland|herkunftsland|pays d'origine|origine|原产国)\s*[:：]?\s*([\p{L}][\p{L}. ]{1,24})[)）]?\s*$/iu;

interface Named {
  readonly name: { readonly value: string | null; readonly words: readonly Word[] };
  readonly code: string | null;
  readonly origin: string | null;
}

/** The name of the goods; a code or an origin that is written behind it or below it is taken out. */
export function readName(words: readonly Word[], edge: number): Named {
  const all = rowsIn(words).flat();
  const kept = nameOf(words, edge);
  const text = textOf(all);
  const code = CODE_INSIDE.exec(text)?.[1] ?? CODE_LABELLED.exec(text)?.[1];
  const country = originIn(text);
  const plain = textOf(kept).replace(CODE_INSIDE, " ").replace(CODE_LABELLED, " ");
  const bare = (originIn(plain) ? plain.replace(ORIGIN_INSIDE, " ") : plain)
    .replace(/\s{2,}/g, " ")
    .replace(/^\d{1,3}[.)]\s+(?=\p{L})/u, "")
    .replace(/^\d{6,14}\s+(?=\p{Lu}\p{L}{2})/u, "")
    .replace(/^[\s,;:*-]+|[\s,;:*(-]+$/g, "");
  return {
    name: { value: /\p{L}{2}/u.test(bare) ? bare.trim() : null, words: kept },
    code: code ? parseCommodityDigits(code.trim()) : null,
    origin: country,
  };
}

function originIn(text: string): string | null {
  const origin = ORIGIN_INSIDE.exec(text.replace(CODE_INSIDE, " "))?.[1];
  return origin ? parseCountry(origin) : null;
}

/**
 * The words of a name among those under its heading, without the rows of details below it: a detail begins with what it
 * is about, though it would have had room on the row above, or stands apart.
 */
function nameOf(words: readonly Word[], edge: number): readonly Word[] {
  const rows = rowsIn(words);
  const height = typicalHeight(words);
  const end = rows.findIndex((row, at) => {
    const above = rows[at - 1];
    if (!above || !/\p{L}{2}/u.test(textOf(rows.slice(0, at).flat()))) return false;
    const gap = boxAround(row).y - boxAround(above).y;
    return gap > height * APART || isDetail(row, above, edge);
  });
  return (end < 0 ? rows : rows.slice(0, end)).flat();
}

/** "Nov 1 – Dec 1, 2026": for how long it was sold. */
const PERIOD =
  /^(?:\p{L}{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? \p{L}{3,9}\.?(?: \d{4})?)\s?[-–]\s?(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?),? \d{4}$/u;

function isDetail(row: readonly Word[], above: readonly Word[], edge: number): boolean {
  const text = textOf(row);
  if (/^[*•·●▪–-]\s*\p{L}/u.test(text)) return true;
  if (/^\d{1,2}[./]\d{1,2}[./]\d{2,4}\s*[-–]/.test(text) || PERIOD.test(text)) return true;
  if (!isAbout(text)) return false;
  if (LABELLED.test(text) && beginsWith(text, DETAILS)) return true;
  const { x, width } = boxAround(above);
  const first = row[0]?.box.width ?? 0;
  return x + width + first + (row[0]?.box.height ?? 0) * 0.3 <= edge;
}

/** Whether a text begins with what it is about, as details do and names do not. */
export function isAbout(text: string): boolean {
  return LABELLED.test(text) || ARTICLE.test(text) || beginsWith(text, DETAILS);
}

/** Words in rows from the top, each from left to right. */
export function rowsIn(words: readonly Word[]): readonly (readonly Word[])[] {
  return words.length === 0 ? [] : rowsOf({ number: 1, aspect: 1, method: "ocr", rotation: 0, words });
}
