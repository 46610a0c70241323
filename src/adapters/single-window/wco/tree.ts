import { fault, type MessageFault } from "@/domain/message/fault";
import type { PlainValues } from "@/domain/message/field";

/** A node of a message: a class with its parts, or a value with its attributes. XML and JSON are two writings of it. */
export interface Node {
  readonly name: string;
  attributes: Record<string, string>;
  text: string;
  readonly children: Node[];
}

/** The path of each field below a node: `Commodity/Classification/ID`, or `InvoiceAmount/@currencyID` for an attribute. */
export type Paths = Readonly<Record<string, string>>;

/** A node without anything in it. */
export function emptyNode(name: string): Node {
  // Without a prototype, so that no name of an attribute means anything but itself.
  return { name, attributes: Object.create(null), text: "", children: [] };
}

/** Puts the values that are there at their paths. */
export function plant(root: Node, paths: Paths, values: PlainValues): Node {
  for (const [field, path] of Object.entries(paths)) {
    const value = values[field] ?? null;
    if (value === null) continue;
    const [steps, attribute] = stepsOf(path);
    const node = steps.reduce(childOf, root);
    if (attribute) node.attributes[attribute] = value;
    else node.text = value;
  }
  return root;
}

/** Adds one more node of a list below the path of the node that holds it. */
export function add(root: Node, path: string): Node {
  const steps = path.split("/");
  const holder = steps.slice(0, -1).reduce(childOf, root);
  const node = emptyNode(steps.at(-1) ?? "");
  holder.children.push(node);
  return node;
}

function childOf(node: Node, name: string): Node {
  const known = node.children.find((each) => each.name === name);
  if (known) return known;
  const made = emptyNode(name);
  node.children.push(made);
  return made;
}

function stepsOf(path: string): readonly [steps: readonly string[], attribute: string | null] {
  const [elements = "", attribute = null] = path.split("/@");
  return [elements.split("/"), attribute];
}

/** Values and lists of nodes that were found below a node. */
export interface Harvest {
  readonly values: PlainValues;
  listOf(path: string): readonly Node[];
}

/** Collects the values below a node by their paths; what has no path here, or comes twice, is named. */
export function harvest(
  root: Node,
  paths: Paths,
  lists: readonly string[],
  place: { readonly form: string; readonly at: string; readonly faults: MessageFault[] },
): Harvest {
  const fields = new Map(Object.entries(paths).map(([field, path]) => [path, field] as const));
  const values: Record<string, string | null> = Object.fromEntries(Object.keys(paths).map((field) => [field, null]));
  const found = new Map<string, Node[]>(lists.map((path) => [path, []]));
  const keep = (path: string, value: string) => {
    const field = fields.get(path);
    const where = `${place.at}${path}`;
    if (!field) place.faults.push(fault("unknown_element", place.form, where, { value }));
    else if (values[field] !== null) place.faults.push(fault("repeated_element", place.form, where, { value }));
    else values[field] = value;
  };
  const walk = (node: Node, path: string): void => {
    const list = found.get(path);
    if (list) {
      list.push(node);
      return;
    }
    for (const [name, value] of Object.entries(node.attributes)) keep(`${path}/@${name}`, value);
    for (const child of node.children) walk(child, path === "" ? child.name : `${path}/${child.name}`);
    if (node.text !== "" || (node.children.length === 0 && Object.keys(node.attributes).length === 0))
      keep(path, node.text);
  };
  walk({ ...root, attributes: {} }, "");
  return { values, listOf: (path) => found.get(path) ?? [] };
}
