import { parseArgs } from "node:util";
import { readDocuments } from "./read-documents";

const USAGE = `twogate COMMAND

  tax --input CASES.json --output OUT.json
                                   Work out tax cases, each with its regime and inputs, without a database
  documents read PATH… --out DIR   Read documents, or all of a folder; one JSON each, absent where not read
  classify --input F.jsonl --output P.jsonl [--model M]
                                   Suggest codes for goods, one JSON a line: id, description, attributes, category
  classify train --history F.jsonl --model M
                                   Learn a sender's codes from settled goods, one JSON a line: description, code
  classify train --sources DIR     Train the model that ships, from the sources in a folder
  risk train --data F.csv[.gz] … --out MODEL [--mapping M.json] [--seed N]
                                   Learn risk from inspected declarations of a history (docs/risk-data.md)
  risk score --model MODEL --data F.csv[.gz] --out P.csv [--rank priority|probability|revenue]
                                   Score declarations: id, score, lane and likely irregularities of each
  risk agent --data HISTORY.csv[.gz] [--mapping M.json]
                                   Choose what to inspect week by week, one JSON a line, learning as it goes
  messages show FILE…              Say what messages of an authority are: numbers, status and faults; with what was
                                   sent beside its receipts, also where it stands and what waits for a person
  messages convert FILE --to ceb|edifact|wco-json|wco-xml
                                   Write a message in another syntax, or say what that has no place for
  messages make REQUEST.json --to ceb|edifact|wco-json|wco-xml
                                   Make a message from a declaration (docs/messages.md has the form)
  evidence verify BUNDLE… --trust FILE [--language en|zh]
                                   Say whether proofs of release are true, without a database or a network: exit
                                   code 0 true, 1 false, 2 unreadable, 3 true and not witnessed (docs/evidence.md)
  evidence redact BUNDLE --leave-out NAME,NAME
                                   Write the proof without these fields; it stays true
  evidence page --trust FILE       Write the page that verifies proofs in any browser, with these keys in it
  evidence check                   Compute all evidence and the whole log again from what is stored, and name what does
                                   not hold: exit code 0 all does, 1 something does not
  people add --email E --name N --organisation O --roles broker,admin
                                   Make a person, and the organisation if it is new (--kind broker|authority);
                                   the password is read from TWOGATE_PASSWORD
  office add --organisation N --code C --name N
                                   Add a customs office of an authority, at which brokers lodge
  guarantee set --organisation N --limit CNY
                                   Set how much tax a broker's guarantee covers
  reference load DIR               Load dated facts, such as exchange-rates.json of a month, from a folder
  tariff import FILE --jurisdiction CN|EU|GB|US|SG --effective DAY --citation TEXT
      [--profile standard|us_hts] [--edition TEXT] [--partial] [--preview]
                                   Import the lines and duties of a tariff from CSV or XLSX, whole or not at all
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    input: { type: "string" },
    output: { type: "string" },
    model: { type: "string" },
    history: { type: "string" },
    sources: { type: "string" },
    email: { type: "string" },
    name: { type: "string" },
    organisation: { type: "string" },
    kind: { type: "string" },
    roles: { type: "string" },
    code: { type: "string" },
    limit: { type: "string" },
    jurisdiction: { type: "string" },
    profile: { type: "string" },
    effective: { type: "string" },
    edition: { type: "string" },
    citation: { type: "string" },
    preview: { type: "boolean" },
    partial: { type: "boolean" },
    data: { type: "string", multiple: true },
    mapping: { type: "string" },
    rank: { type: "string" },
    seed: { type: "string" },
    to: { type: "string" },
    trust: { type: "string" },
    "leave-out": { type: "string" },
    language: { type: "string" },
    help: { type: "boolean", short: "h" },
  },
});
const [topic, verb, ...rest] = positionals;

/** Topics that read their own verbs. */
const OWN: Readonly<Record<string, () => Promise<number>>> = {
  classify: async () => (await import("./classify")).classify(verb, values),
  risk: async () => (await import("./risk")).risk(verb, values),
  evidence: async () =>
    verb === "check"
      ? (await import("./check-evidence")).checkAll()
      : (await import("./evidence")).evidence(verb, rest, values),
  messages: async () => (await import("./messages")).messages(verb, rest, values.to),
};

async function run(): Promise<number> {
  if (topic === "documents" && verb === "read" && rest.length > 0 && values.out) return readDocuments(rest, values.out);
  const own = OWN[topic ?? ""];
  if (own) return own();
  if (topic === "people" && verb === "add") return (await import("./add-person")).addPerson(values);
  const [path] = rest;
  if (topic === "tariff" && verb === "import" && path)
    return (await import("./import-tariff")).importTariff(path, values);
  if (topic === "tax" && !verb && values.input && values.output)
    return (await import("./tax")).taxCases(values.input, values.output);
  const command = `${topic} ${verb}`;
  if (["office add", "guarantee set", "reference load"].includes(command))
    return (await import("./install")).install(command, values, rest);
  if (values.help || !topic) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  return unknown(command);
}

function unknown(command: string): number {
  process.stderr.write(
    command === "documents read"
      ? "documents read needs a file or a folder and --out DIR.\n"
      : `There is no command ${positionals.slice(0, 2).join(" ")}; see twogate --help.\n`,
  );
  return 2;
}

process.exitCode = await run();
