import { isCountryName } from "./countries";
import { isFirm, withoutStates } from "./legal-form";
import { namesPlace } from "./lexicon/places";

/** What a form calls its numbers and its people. */
const OUR_NUMBER =
  /^(?:unsere?|ihre?|uw|onze|votre|vos|notre|nos|our|your|vs|ns)\.?\s.*(?:nr|n[°º]|no|num\p{L}*|id\p{L}*|vat|tva|ust|ref\p{L}*)\.?$|^(?:sachb|bearb|kontakt|contact|ansprechpartner|clerk)(?!\p{L}{4})/iu;

/** "Incheon Airport, Korea / Warsaw" is a way, and nobody's name. */
function isTownInCountry(name: string): boolean {
  const plain = withoutStates(name);
  const [first = "", ...others] = plain.split(/[,/]/);
  const isTown = namesPlace(first.trim()) || /(?<!\p{L})(?:air)?port(?!\p{L})/iu.test(first);
  return isTown && !isFirm(plain) && others.some((part) => isCountryName(part.trim()));
}

/** Whether what stands where a name is sought is a caption of the form or a way from place to place. */
export function isNobody(name: string): boolean {
  return OUR_NUMBER.test(name) || isTownInCountry(name);
}
