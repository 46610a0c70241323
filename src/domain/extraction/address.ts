import { isCountryName } from "./countries";
import { parseDate } from "./parse-value";

/** How a line with a street begins, or ends. */
export const STREET =
  /^\d{1,5}[A-Z]?[,\s/-]|^(no\.?|unit|room|rm\.?|suite|floor|block|blk|lot|building|bldg|plot|level|jalan|jln|rue|via|calle|av(enue|enida|\.)|strasse|p\.?o\.?)\s*[#\d.]|(stra(ss|ß)e|str\.|weg|allee|platz|gasse|ring|damm|straat|gracht|laan|plein|kade|gatan|vej|utca)\s*\d|^(rue|via|viale|corso|calle|c\/|avenida|avda\.?|avenue|jalan|jln|lorong|chemin|boulevard|blvd\.?|bd\.?|piazza|plaza|place|rua|rod\.?|ul\.|al\.|pol\. ?ind\.?|ptda\.?|zi|z\.i\.|organize sanayi|quai|route)(\s|$)|\b(cad|sok|mah|bulv)\b\.?|\b(street|road|avenue|drive|lane|boulevard|way|highway|rd|ave|st)\.?(,|\s+\d|$)|^\d{4,6}\s+\p{Lu}|(?<!\p{L})(cadde|caddesi|sokak|sokağı|sokagi|sk|mahallesi|bulvarı|bulvari|osb|katu|tie|gata|gate|vägen|veien|utca|útja|carretera|ctra|carrera|travessa|estrada|șos|calea|jl|ulice|náměstí|aleja)\.?[\s,]+(?:no\.?:?\s*)?\d/iu;

const POSTCODE =
  /(?:^|[\s-])(?:[A-Z]{1,2}[- ])?\d{4,6}\s+\p{Lu}[\p{L}.'-]+|\p{L}{3,},?\s+(?:[A-Z]{2}\s+)?\d{5}(?:-\d{4})?$|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b|\p{L}{3,}\s+\d{5,6}\b|\b\d{4}\s?[A-Z]{2}\s+\p{L}/u;

const LONGEST_ADDRESS = 200;

/** Whether a line is one of an address: a street with its number, a town with its code, a country. */
export const isAddress = (text: string): boolean => {
  // A line of an address is short; longer texts would only cost time.
  const line = text.slice(0, LONGEST_ADDRESS).replace(/^[\s,;·•|–-]+/, "");
  if (!/\p{L}{3}/u.test(line) || parseDate(line) !== null) return false;
  return STREET.test(line) || POSTCODE.test(line) || isCountryName(line.replace(/[.\s]+$/, ""));
};
