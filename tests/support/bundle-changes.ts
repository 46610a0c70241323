import { formatBundle } from "@/contracts/evidence-bundle";
import type { EvidenceBundle, ProvenEntry, ShownField } from "@/domain/evidence/verify-bundle";
import { utf8 } from "@/domain/shared/bytes";
import { type EvidenceHouse, RELEASE, signer } from "./evidence-house";

type Json = ReturnType<typeof JSON.parse>;
/** Chooses a number below the given one. */
export type Choose = (below: number) => number;

/** Changes the text of a proof or a status somewhere: a character, a line twice, a line less, two lines swapped. */
function changedText(text: string, choose: Choose): string {
  const lines = text.split("\n");
  const [one, two] = [choose(lines.length), choose(lines.length)];
  switch (choose(4)) {
    case 0: {
      const at = choose(text.length);
      return text.slice(0, at) + "A0=+— \n\u0085\ufeff\u00a0"[choose(11)] + text.slice(at + 1);
    }
    case 1:
      return lines.toSpliced(one, 0, lines[one] ?? "").join("\n");
    case 2:
      return lines.toSpliced(one, 1).join("\n");
    default:
      return lines
        .with(one, lines[two] ?? "")
        .with(two, lines[one] ?? "")
        .join("\n");
  }
}

const onEntry = (bundle: EvidenceBundle, at: number, change: (entry: ProvenEntry) => ProvenEntry): EvidenceBundle => ({
  ...bundle,
  entries: bundle.entries.map((each, place) => (place === at ? change(each) : each)),
});
const onField = (bundle: EvidenceBundle, at: number, change: (field: ShownField) => ShownField): EvidenceBundle => ({
  ...bundle,
  statement: {
    ...bundle.statement,
    fields: bundle.statement.fields.map((each, place) => (place === at ? change(each) : each)),
  },
});
const withFields = (bundle: EvidenceBundle, fields: readonly ShownField[]): EvidenceBundle => ({
  ...bundle,
  statement: { ...bundle.statement, fields },
});

/** Ways to change a bundle of the house; each keeps the form of one. Not every one of them makes it false. */
const CHANGES: readonly ((bundle: EvidenceBundle, choose: Choose, house: EvidenceHouse) => EvidenceBundle)[] = [
  (bundle, choose) =>
    onEntry(bundle, choose(bundle.entries.length), (each) => ({ ...each, proof: changedText(each.proof, choose) })),
  (bundle, choose) => ({ ...bundle, status: changedText(bundle.status, choose) }),
  (bundle, choose) =>
    onEntry(bundle, choose(bundle.entries.length), (each) => ({
      ...each,
      entry: { ...each.entry, sequence: 1 + choose(12), stage: null },
    })),
  (bundle, choose) =>
    onEntry(bundle, choose(bundle.entries.length), (each) => ({ ...each, salt: changedText(each.salt, choose) })),
  (bundle) => ({ ...bundle, entries: [...bundle.entries].reverse() }),
  (bundle, choose) => ({ ...bundle, entries: [...bundle.entries, ...bundle.entries.slice(choose(2))] }),
  (bundle) => ({ ...bundle, entries: bundle.entries.slice(0, 1) }),
  (bundle, choose) =>
    withFields(
      bundle,
      bundle.statement.fields.filter(() => choose(2) === 0),
    ),
  (bundle, choose) => onField(bundle, choose(4), (each) => ({ ...each, value: `${each.value} ` })),
  (bundle, choose) =>
    onField(bundle, choose(4), (each) => ({
      ...each,
      name: ["constructor", "value", "名", "\u2028"][choose(4)] ?? "",
    })),
  (bundle, choose) => onField(bundle, choose(4), (each) => ({ ...each, salt: changedText(each.salt, choose) })),
  (bundle, choose) => withFields(bundle, bundle.statement.fields.toSpliced(choose(4), 0, ...bundle.statement.fields)),
  (bundle, choose) => {
    const names = Object.keys(bundle.statement.digests);
    const [one = "", two = ""] = [names[choose(names.length)], names[choose(names.length)]];
    const { digests } = bundle.statement;
    const swapped = { ...digests, [one]: digests[two] ?? "", [two]: digests[one] ?? "" };
    return { ...bundle, statement: { ...bundle.statement, digests: swapped } };
  },
  (bundle, choose, house) => ({
    ...bundle,
    status: house.statusNote({
      asOf:
        ["2024-02-29", "2023-02-29", "2026-12-31"][choose(3)] +
        "T23:59:60.000Z".replace("60", ["60", "59"][choose(2)] ?? ""),
    }),
  }),
  (bundle, choose, house) => ({
    ...bundle,
    status: house.statusNote({ state: "goods_held", releaseId: choose(2) ? RELEASE : "another" }),
  }),
  (bundle, choose, house) => {
    const other = signer("witness-1.example", "cosignature", "a stranger");
    const cosigners =
      [house.witnesses.slice(choose(3)), [other], [...house.witnesses, other], [...house.witnesses].reverse()][
        choose(4)
      ] ?? [];
    const checkpoint = house.checkpoint(house.leaves.length, { cosigners });
    return onEntry(bundle, choose(2), (each) => ({
      ...each,
      proof: each.proof.slice(0, each.proof.indexOf("\n\n") + 2) + checkpoint,
    }));
  },
  (bundle, choose, house) => {
    const checkpoint = house.checkpoint(house.leaves.length, { root: house.root(choose(5)) });
    return onEntry(bundle, choose(2), (each) => ({
      ...each,
      proof: each.proof.slice(0, each.proof.indexOf("\n\n") + 2) + checkpoint,
    }));
  },
];

/** How a file can be another without being of another content. */
const REWRITINGS: readonly ((text: string, choose: Choose) => Uint8Array)[] = [
  (text, choose) => flipped(utf8(text), choose),
  (text, choose) => flipped(utf8(text), choose),
  (text) => utf8(`\ufeff${text}`),
  (text) => utf8(`${text}\n`),
  (text) => utf8(JSON.stringify(JSON.parse(text) as Json, null, 1)),
  (text) => utf8(text.replace('"format":', '"format":"twogate.evidence/1","format":')),
  (text) => utf8(text.replace('"digests":{', `"digests":{"__proto__":"${"0".repeat(64)}",`)),
  (text, choose) =>
    utf8(
      text.replace(
        '"sequence":8',
        ['"sequence":8.0', '"sequence":-0', '"sequence":1e400', '"sequence":true'][choose(4)] ?? "",
      ),
    ),
  (text, choose) =>
    utf8(
      text.replace('"system"', ['"\\ud800"', '"\\udc00\\ud800"', '"\\u0073ystem"', '"\\/"', "NaN"][choose(5)] ?? ""),
    ),
];

function flipped(bytes: Uint8Array, choose: Choose): Uint8Array {
  const at = choose(bytes.length);
  return bytes.with(at, (bytes[at] ?? 0) ^ (1 << choose(8)));
}

/** The file of a bundle with none, one or two changes in it. */
export function changedFile(house: EvidenceHouse, bundle: EvidenceBundle, choose: Choose): Uint8Array {
  let changed = bundle;
  for (let count = choose(3); count > 0; count--)
    changed = CHANGES[choose(CHANGES.length)]?.(changed, choose, house) ?? changed;
  const text = formatBundle(changed);
  return choose(4) === 0 ? (REWRITINGS[choose(REWRITINGS.length)]?.(text, choose) ?? utf8(text)) : utf8(text);
}
