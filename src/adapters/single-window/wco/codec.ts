import type { MessageCodec } from "@/application/message-codec";
import { checkMessage } from "@/domain/message/check-message";
import { fault, type MessageFault } from "@/domain/message/fault";
import type { Message } from "@/domain/message/message";
import { err, ok, type Result } from "@/domain/shared/result";
import { declarationTree, readDeclarationTree } from "./declaration";
import { readJsonTree, writeJsonTree } from "./json-tree";
import { readResponseTree, responseTree } from "./response";
import type { Node } from "./tree";
import { readXmlTree, writeXmlTree } from "./xml-tree";

/** Declarations and responses of the WCO Data Model in JSON. */
export const WCO_JSON_CODEC = wcoCodec("wco-json", writeJsonTree, readJsonTree);

/** Declarations and responses of the WCO Data Model in XML. */
export const WCO_XML_CODEC = wcoCodec("wco-xml", writeXmlTree, readXmlTree);

function wcoCodec(
  syntax: MessageCodec["syntax"],
  write: (root: Node) => Uint8Array,
  read: (bytes: Uint8Array) => Result<Node, readonly MessageFault[]>,
): MessageCodec {
  return {
    syntax,
    render(message) {
      const tree = treeOf(message);
      return tree.ok ? ok(write(tree.value)) : tree;
    },
    parse(bytes) {
      const tree = read(bytes);
      if (!tree.ok) return tree;
      const faults: MessageFault[] = [];
      const { value: root } = tree;
      const message = root.name === "Declaration" ? readDeclarationTree(root, faults) : readResponseTree(root, faults);
      const wrong = [...faults, ...checkMessage(`WCO ${root.name}`, message)];
      return wrong.length > 0 ? err(wrong) : ok([message]);
    },
  };
}

function treeOf(message: Message): Result<Node, readonly MessageFault[]> {
  if (message.kind === "declaration") return declarationTree(message);
  if (message.kind === "receipt") return responseTree(message);
  return err([fault("no_place", "WCO", "kind", { value: message.kind })]);
}
