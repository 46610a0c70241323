import { fault, type MessageFault } from "@/domain/message/fault";
import { err, ok, type Result } from "@/domain/shared/result";
import { decodeUtf8 } from "../text";
import { emptyNode, type Node } from "./tree";

type Json = string | { readonly [name: string]: Json | readonly Json[] };

/** The messages nest six deep. */
const LIMIT_DEPTH = 32;

/**
 * The tree in JSON: a value is a text, attributes have an `@` before their names and their value under `#text`, what
 * comes several times is a list. Numbers are texts, so that no digit is lost on the way.
 */
export function writeJsonTree(root: Node): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ [root.name]: toJson(root) }, null, 2)}\n`);
}

function toJson({ attributes, text, children }: Node): Json {
  const marks = Object.entries(attributes).map(([name, value]) => [`@${name}`, value] as const);
  if (marks.length === 0 && children.length === 0) return text;
  const names = [...new Set(children.map((each) => each.name))];
  const parts = names.map((name) => {
    const all = children.filter((each) => each.name === name).map(toJson);
    return [name, all.length === 1 && all[0] !== undefined ? all[0] : all] as const;
  });
  return Object.fromEntries([...marks, ...(text === "" ? [] : [["#text", text] as const]), ...parts]);
}

/** The tree of a message in JSON. */
export function readJsonTree(bytes: Uint8Array): Result<Node, readonly MessageFault[]> {
  const decoded = decodeUtf8(bytes, "WCO");
  if (!decoded.ok) return decoded;
  try {
    const entries = Object.entries(JSON.parse(decoded.value) as object);
    const [[name, value] = ["", null]] = entries;
    if (entries.length !== 1 || !["Declaration", "Response"].includes(name))
      return err([fault("unknown_message", "WCO", name, { expected: "Declaration, Response" })]);
    const faults: MessageFault[] = [];
    const root = fromJson(name, value, name, 0, faults);
    return faults.length > 0 ? err(faults) : ok(root);
  } catch (error) {
    return err([fault("truncated", "WCO", "", { value: error instanceof Error ? error.message : null })]);
  }
}

function fromJson(name: string, value: unknown, path: string, depth: number, faults: MessageFault[]): Node {
  const node = emptyNode(name);
  if (typeof value === "string") return { ...node, text: value };
  if (typeof value !== "object" || value === null || depth > LIMIT_DEPTH) {
    faults.push(fault("wrong_form", "WCO", path, { value: String(value), expected: "text" }));
    return node;
  }
  for (const [key, part] of Object.entries(value))
    if (!takeMark(node, key, part))
      for (const each of Array.isArray(part) ? part : [part])
        node.children.push(fromJson(key, each, `${path}/${key}`, depth + 1, faults));
  return node;
}

/** Takes an attribute, or the text beside attributes; says whether it was one. */
function takeMark(node: Node, key: string, part: unknown): boolean {
  if (typeof part !== "string" || !/^[@#]/.test(key)) return false;
  if (key === "#text") node.text = part;
  else node.attributes[key.slice(1)] = part;
  return true;
}
