import { firm, looksLikeParty, party } from "./accept";
import { isAddress } from "./address";
import type { Run } from "./find-labels";
import { squeeze } from "./fold";
import { boxAround, typicalHeight } from "./layout";
import type { Field } from "./near";
import { beginningOf, blocksOf, endOf } from "./party-lines";
import { type Found, toFound } from "./seek";
import { isTitle } from "./title";

/** A name on the first page, and what speaks for its being that of who writes or of who is written to. */
interface Named {
  readonly found: Found;
  readonly asSender: number;
  readonly asAddressee: number;
}

/** The part of a page in which letters begin, and the part in which they end. */
const UPPER = 0.45;
const FOOT = 0.8;
/** A name without a label is a habit of letters; a person confirms it. */
const TRUST = 0.8;
const CALLED = 0.4;
/** With less evidence than this it is hardly more than a guess. */
const CLEAR = 0.5;
const CONTACT = /@|www\.|https?:|\b(?:tel|fax|phone|ph|mob|mail|vat|iban|ust|tva|siret|btw|kvk|p\.? ?iva)\b/i;
/** For whom in a house a letter is, and what it calls the numbers of whom it is for. */
const FOR_WHOM =
  /^(?:t\.? ?a\.? ?v\.? ?|z\.? ?hd[ns]?\.?|zu h[äa]nden|attn\.?|att\.|attention|[àa] l['’]attention|alla c\.? ?a\.?|c\.a\.|all['’]attenzione|a la atenci[oó]n|[àa] aten[cç][aã]o|do r[aą]k|k ruk[aá]m)[\s:]|^(?:uw|ihre?|votre|vos|your|vs\.|vostr[ao]|vuestr[oa]|su)\s(?:(?:eigen |eigene )?(?:btw|ust|uid|tva|vat|p\.? ?iva|nif|cif|n[°º]|no?\.)|\p{L}*(?:klant|kunden|client|kunden))/iu;
/** A name and its address in one small line, as over the window of an envelope; engines lose its blanks. */
const SENDER_LINE =
  /^\p{L}.*\s[•●·|–—-]\s*\p{L}?.*\d{4,6}|^\p{L}.{5,}[•●·|]\s*\p{L}.*\d.*\D\d{4,6}\s?\p{L}|^\p{L}.*\p{Ll}{5}\.\s\p{Lu}.*\d,\s?\d{4,5}\s?\p{Lu}/u;
/** No name with its address is longer. */
const LONGEST_LINE = 200;
/** How a letter calls upon whom it is for, alone on the line before the name. */
const SALUTATION =
  /^(?:firma|fa\.?|herrn?|frau|familie|eheleute|an|an die|an den|an das|to|à|m\.|mme\.?|mlle\.?|monsieur|madame|société|ste\.?|mr\.?|mrs\.?|ms\.?|spett\.?(?: ?le)?(?: ditta)?|egr\. sig\.?|gent\.? sig\.?ra|sr\.?|sra\.?|d\.|dña\.?|herrn? und frau|fam\.?|miss|m\. et mme|signor[ae]?|sig\.?(?:ra)?|se[nñ]ora?|exm[oa]\.?|dhr\.?|mevr(?:ouw)?\.?|t\.a\.v\.?|w\.?p\.?|fru|hr\.?|de heer|aan|p[aá]n|pan[ií]|till|til)$/iu;
/** What stands at the foot of a letter and is no sender: its bank, its court, its register. */
const INSTITUTION =
  /bank(?!et)|sparkasse|volksbank|raiffeisen|raiba|banque|banca\b|banco\b|caixa|cr[ée]dit|caisse|\bing\b|postfinance|bancontact|amtsgericht|registergericht|handelsregister|\bag \p{Lu}\p{Ll}+$|^(?:hr[ab]|pr|vr|gnr|fn|rcs|krs)\s?\d|finanzamt|gerichtsstand/iu;

/**
 * Who writes and who is written to, where no label says so. Both names are chosen together: a sender puts his telephone
 * number, his register and his bank on his paper and says his name again; of an addressee there is an address.
 */
export function correspondents(
  field: Field,
  known: { readonly seller?: string | undefined; readonly buyer?: string | undefined },
  /** Where the goods begin; a line among them that looks like a name is one of their names. */
  goodsFrom = 1,
): { readonly seller: Found | null; readonly buyer: Found | null } {
  const names = namesOn(field, goodsFrom);
  const others = (value: string | undefined) => names.filter(({ found }) => !value || !isSameName(found.value, value));
  const senders = known.seller ? [] : others(known.buyer);
  const addressees = known.buyer ? [] : others(known.seller);
  const pairs = [...senders, null].flatMap((seller) =>
    [...addressees, null]
      .filter((buyer) => !seller || !buyer || !isSameName(seller.found.value, buyer.found.value))
      .map((buyer) => ({ seller, buyer, right: (seller?.asSender ?? 0) + (buyer?.asAddressee ?? 0) })),
  );
  const best = pairs.reduce((most, pair) => (pair.right > most.right ? pair : most));
  return {
    seller: best.seller && trusted(best.seller.found, best.seller.asSender),
    buyer: best.buyer && trusted(best.buyer.found, best.buyer.asAddressee),
  };
}

function trusted(found: Found, right: number): Found {
  return { ...found, score: found.score * (right >= CLEAR ? TRUST : TRUST * 0.85) };
}

function namesOn(field: Field, goodsFrom: number): readonly Named[] {
  const page = field.byPage.get(1) ?? [];
  const values = page.filter((run) => run.concepts.length === 0 && !isTitle(run.text));
  const text = squeeze(page.map((run) => run.text).join(" "));
  const isSenderLine = (run: Run) => run.box.y < UPPER && run.text.length < LONGEST_LINE && SENDER_LINE.test(run.text);
  const others = values.filter((run) => !isSenderLine(run) && !INSTITUTION.test(run.text));
  const top = Math.min(...others.map(({ box }) => box.y));
  const blocks = blocksOf(others)
    .flatMap((lines) => nameOfBlock(lines, page, top, text) ?? [])
    .filter(({ found }) => found.box.y < goodsFrom || firm(found.value) !== null);
  const lines = values.filter(isSenderLine).flatMap((run) => nameOfLine(run) ?? []);
  const foot = values
    .filter(({ box, text: words }) => box.y > FOOT && !INSTITUTION.test(words))
    .flatMap((run) => nameAtFoot(run, text) ?? []);
  return merged([...lines, ...blocks, ...foot]);
}

/** The same name at several places is one, in its fullest form, with all that speaks for it. */
function merged(names: readonly Named[]): readonly Named[] {
  const one: Named[] = [];
  for (const each of names) {
    const at = one.findIndex(({ found }) => isSameName(found.value, each.found.value));
    const same = one[at];
    if (!same) {
      one.push(each);
      continue;
    }
    const fuller = each.found.value.length > same.found.value.length ? each : same;
    one[at] = {
      found: fuller.found,
      asSender: Math.max(same.asSender, each.asSender) + 0.25,
      asAddressee: Math.max(same.asAddressee, each.asAddressee) - 0.3,
    };
  }
  return one;
}

function isSameName(a: string, b: string): boolean {
  const [x, y] = [squeeze(a), squeeze(b)];
  return x === y || (Math.min(x.length, y.length) >= 6 && (x.startsWith(y) || y.startsWith(x)));
}

function nameOfLine(run: Run): Named | null {
  const found = named([run], party);
  // A street in front of the town is the address of somebody named above.
  return found && found.score > CLEAR ? { found, asSender: 0.9, asAddressee: -0.5 } : null;
}

function nameAtFoot(run: Run, text: string): Named | null {
  const found = named([run], firm);
  return found && { found, asSender: 0.3 + saidAgain(found, text), asAddressee: -0.5 };
}

/** The name with which a block of lines begins, by what stands in the lines under it. */
function nameOfBlock(given: readonly Run[], page: readonly Run[], top: number, text: string): Named | null {
  const isCalled = SALUTATION.test(given[0]?.text.trim() ?? "");
  const lines = isCalled ? given.slice(1) : given;
  const begun = beginOf(lines);
  if (!begun) return null;
  const { found, isFirm, head, rest } = begun;
  const labels = labelsUnder(lines, page);
  const isForWhom = (run: Run) => FOR_WHOM.test(`${run.text} `);
  const signs = {
    isFirm,
    hasAddress: rest.some((run) => isAddress(run.text)) || isAddress(head.text.slice(found.value.length)),
    hasContact:
      rest.some((run) => CONTACT.test(run.text) && !isForWhom(run)) ||
      labels.some((run) => run.concepts.includes("party_detail") && !isForWhom(run)),
    isForWhom: [...rest, ...labels].some(isForWhom),
    isTop: found.box.y < top + 0.02,
    isLarge: head.box.height > heightOf(page) * LARGE,
    isLow: found.box.y > UPPER,
  };
  if (!isLikely(signs)) return null;
  const asSender = senderRight(signs) + saidAgain(found, text) - found.box.y / 2;
  // Nobody calls upon himself.
  return isCalled
    ? { found, asSender: asSender - CALLED, asAddressee: addresseeRight(signs) + CALLED }
    : { found, asSender, asAddressee: addresseeRight(signs) };
}

/** A name, as a firm or else as anything that may be one, and the lines that follow it. */
function beginOf(lines: readonly Run[]) {
  const [first, second] = lines;
  if (!first) return null;
  const at = [first, second].findIndex((run) => run && named([run], firm) !== null);
  const start = at > 0 && beginningOf(first, lines.slice(1)) === null ? at : 0;
  const found = named(lines.slice(start), at >= 0 ? firm : party);
  return found && { found, isFirm: at >= 0, head: lines[start] ?? first, rest: lines.slice(start + 1) };
}

interface Signs {
  readonly isFirm: boolean;
  readonly hasAddress: boolean;
  readonly hasContact: boolean;
  /** Whether it says for whom in the house the letter is. */
  readonly isForWhom: boolean;
  readonly isTop: boolean;
  /** Whether it is set in letters so large as those of a logo. */
  readonly isLarge: boolean;
  readonly isLow: boolean;
}

/** Further down a name alone is one of many words. */
function isLikely({ isFirm, hasAddress, isTop, isLow }: Signs): boolean {
  return isLow ? isFirm && hasAddress : isFirm || hasAddress || isTop;
}

function senderRight({ isFirm, hasContact, isForWhom, isTop, isLarge }: Signs): number {
  return (
    (isTop ? (isLarge ? 0.5 : 0.3) : 0) - (isForWhom ? CALLED : 0) + (hasContact ? 0.35 : 0) + (isFirm ? 0.1 : -0.1)
  );
}

function addresseeRight({ isFirm, hasAddress, hasContact, isForWhom, isTop, isLow }: Signs): number {
  const place = (isTop ? 0 : 0.15) - (isLow ? 1 : 0) + (isForWhom ? CALLED : 0);
  return place + (hasAddress ? 0.5 : 0.05) + (hasContact ? -0.1 : 0.1) + (isFirm ? 0.1 : -0.15);
}

/** A name at the top in letters so many times as high as the usual ones is a logo. */
const LARGE = 1.8;

function heightOf(page: readonly Run[]): number {
  return typicalHeight(page.flatMap((run) => [...run.words]));
}

/** The name at the head of the lines, together with the end of it that did not fit. */
function named(lines: readonly Run[], accept: typeof party): Found | null {
  const [first, ...rest] = lines;
  if (!first) return null;
  const begun = beginningOf(first, rest);
  const words = endOf(first, rest);
  const found = toFound(begun ?? words, first.page, { accept, likeness: looksLikeParty }, { label: "" });
  return found && { ...found, box: boxAround(words) };
}

/** How often more the page says the name, or bears its first word in an address of the net. */
function saidAgain(found: Found, text: string): number {
  const name = squeeze(found.value);
  // A word that is written small is said again as a word.
  const isAgain = /[\p{Lu}\p{Lo}]/u.test(found.value) && text.split(name).length > 2;
  const word = found.value
    .split(/\s+/)
    .map(squeeze)
    .find((each) => each.length >= 4);
  const isInNet = word !== undefined && new RegExp(`(www|mail|info|sales|office|contact)${word}`).test(text);
  return (isAgain ? 0.3 : 0) + (isInNet ? 0.35 : 0);
}

/** The labels that stand in the lines under a block's first, among them those of telephones, registers and banks. */
function labelsUnder(lines: readonly Run[], page: readonly Run[]): readonly Run[] {
  const { x, y } = boxAround(lines.flatMap((run) => [...run.words]));
  const last = lines.at(-1)?.box;
  const bottom = last ? last.y + last.height * 3 : y;
  return page.filter(
    ({ concepts, box }) =>
      concepts.length > 0 && Math.abs(box.x - x) < 0.25 && box.y > y && box.y < bottom && box.x >= x - 0.02,
  );
}
