/** Behind a legal form and a comma a person whom it is for: "Les Halles SA, Marc Dewit". */
const CONTACT_BEHIND =
  /^(.*(?<![\p{L}\d])(?:ltd|limited|llc|inc|corp|gmbh|ag|kg|s\.?a|s\.?a\.?r\.?l|sas|srl|s\.?p\.?a|s\.?r\.?l|s\.?l|b\.?v|n\.?v|bv|nv|plc|lda|oy|ab|as|a\/s|aps|z ?o\.?o|s\.?r\.?o|bhd|llp)\.?),\s+(?!(?:ltd|limited|inc|llc|co|corp|gmbh|lda)\b)(?:(?:mr|mrs|ms|hr|herr|frau|m|mme|dhr|mevr|sig|sra?)\.?\s+)?\p{Lu}[\p{L}.-]+(?:\s\p{L}[\p{L}'’.-]*){1,2}$/iu;

/** A given name and a surname; the parts of a firm are called otherwise. */
function isPerson(behind: string): boolean {
  const isFirm = /\b(?:group|branch|division|trading|works|industries|holdings?|international|subsidiary)\b/i.test(
    behind,
  );
  return !isFirm && /(?:^|\s)\p{Lu}[\p{L}'’.-]+\s\p{Lu}[\p{L}'’.-]*$/u.test(behind);
}

/** The name of a firm without the person behind it. */
export function withoutContact(text: string): string {
  return text.replace(CONTACT_BEHIND, (both: string, name: string) =>
    isPerson(both.slice(name.length)) ? name : both,
  );
}
