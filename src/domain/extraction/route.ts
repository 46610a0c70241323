import { isCountryCode, isCountryName } from "./countries";
import { squeeze } from "./fold";
import { namesPlace } from "./lexicon/places";

/** Where a carriage begins and where it ends, as the paper writes it. */
export interface Route {
  readonly from: string;
  readonly to: string;
}

/** Labels behind which a whole route stands. */
const ROUTE_LABEL =
  /(?<!\p{L})(?:rout(?:e|ing)|shipment|from\s*[/&-]\s*to|pol\s*\/\s*pod|lane|trade lane|transport(?:weg| details| route)?|means of transport.*|strecke|relation|befördere?ung(?:sweg)?|itin[ée]raire|trajet|acheminement|ruta|trayecto|itinerario|rotta|tratta|percorso|rota|trecho|traject|trasa|güzergah|航线|运输路线)(?!\p{L})/iu;
export const isRouteLabel = (label: string): boolean => ROUTE_LABEL.test(label);

const NAME = String.raw`\p{L}[\p{L} .,'’()-]{1,40}?`;
/** How a route is spoken in the languages of papers: the word before its beginning, and before its end. */
const WAYS: readonly (readonly [string, string])[] = [
  ["from", "to"],
  ["ab|von", "nach"],
  ["de|depuis|au départ de", "à|a|vers|à destination de"],
  ["da", "a|per"],
  ["de|desde", "a|hasta|hacia|para"],
  ["van", "naar"],
  ["från|fra|frå", "till|til"],
  ["z|ze", "do"],
  ["dep\\.?|departure|orig?\\.?|origin|pol", "dest\\.?|destination|arr\\.?|arrival|pod"],
];
const SPOKEN = WAYS.map(
  ([from, to]) =>
    new RegExp(
      String.raw`(?<![\p{L}\d])(?:${from})[: ]\s*(${NAME})[,;]?\s+(?:${to})[: ]\s*(${NAME})(?=(?:(?:\s*[.;,]\s*|\s+)(?:via|by|per|par|on|with|mit|über|in|ex|\d)(?!\p{L}).*)?\s*[.;,]?\s*$)`,
      "iu",
    ),
);
const DRAWN = new RegExp(
  String.raw`^(?:(?:ex|by (?:sea|air|rail|road|truck|vessel)|fcl|lcl|seafreight|airfreight)[: ]\s*)?(${NAME})\s*(?:\s[-–—/]+\s|[-–—=]+>|→|⇒|>+|(?<=\p{L}{4})[-–—]\s?(?=\p{L}{4}))\s*(${NAME})(?=(?:(?:\s*[.;,]\s*|\s+)(?:via|by|per|par|on|with|mit)(?!\p{L}).*)?\s*[.;,]?\s*$)`,
  "iu",
);
/** Words that say that something is carried. */
const CARRIED =
  /(?<!\p{L})(?:by (?:sea|air|rail|road|truck|vessel|train|barge)|vessel|seefracht|luftfracht|lkw|per (?:schiff|lkw|bahn|camion|bateau|avion|nave|aereo)|maritime|marítimo|ocean|shipment|shipped|transport|freight|port|airport)(?!\p{L})/iu;
/** A longer text would take long to take apart. */
const LONGEST = 160;

/**
 * The route that a text tells: "from Qingdao, China to Jebel Ali by sea", "Seefracht ab Hamburg nach Hamad Port",
 * "Zhongshan - Gothenburg by sea". One of its ends must be a port that is known; behind a label of routes, or with a
 * word for carriage, the other may be any town.
 */
export function routeOf(text: string, label = ""): Route | null {
  if (text.length > LONGEST) return null;
  const spoken = SPOKEN.map((way) => way.exec(text)).find((match) => match !== null && isRoute(match, true));
  if (spoken) return ends(spoken);
  const isMeant = isRouteLabel(label) || CARRIED.test(text);
  const drawn = DRAWN.exec(text.trim());
  return drawn && isRoute(drawn, isMeant) ? ends(drawn) : null;
}

function isRoute(match: RegExpExecArray, isMeant: boolean): boolean {
  const { from, to } = ends(match);
  const known = [from, to].filter(namesPlace).length;
  // Behind a dash may stand the country or the state of the port, and no other port.
  const isElsewhere = [from, to].every((end) => end.length > 2 && !isLand(end)) && squeeze(from) !== squeeze(to);
  return isElsewhere && known >= (isMeant ? 1 : 2);
}

function isLand(text: string): boolean {
  const bare = text.replace(/[^\p{L} ]/gu, "").trim();
  return (isCountryName(bare) && !namesPlace(bare)) || (bare.length === 2 && isCountryCode(bare.toUpperCase()));
}

function ends(match: RegExpExecArray): Route {
  const [from, to] = [match[1] ?? "", match[2] ?? ""].map((end) => end.trim().replace(/[\s,;.]+$/, ""));
  return { from: from ?? "", to: to ?? "" };
}
