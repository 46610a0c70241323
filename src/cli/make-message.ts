import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type MessageRequest, messageRequestSchema } from "@/contracts/message-request";
import { fault, type MessageFault } from "@/domain/message/fault";
import type { InventoryMessage, Message } from "@/domain/message/message";
import { projectCancellation, projectReturn } from "@/domain/message/project-application";
import { projectDeclaration } from "@/domain/message/project-declaration";
import { projectInventory } from "@/domain/message/project-inventory";
import { err, ok, type Result } from "@/domain/shared/result";
import { readMessages } from "@/runtime/messages";

/** The message that the request in a file asks for; a text for a request that cannot be read. */
export async function makeMessage(path: string): Promise<Result<Message, readonly MessageFault[]> | string> {
  const read = parsed(await readFile(path, "utf8"));
  if (read === undefined) return `${path} is no JSON.`;
  const request = messageRequestSchema.safeParse(read);
  if (!request.success) {
    const [issue] = request.error.issues;
    return `${path}, ${issue?.path.join(".")}: ${issue?.message}`;
  }
  return projectionOf(request.data, dirname(path));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function projectionOf(
  request: MessageRequest,
  folder: string,
): Promise<Result<Message, readonly MessageFault[]>> {
  switch (request.form) {
    case "inventory":
      return projectInventory(request.declaration, request.facts, request.dispatch);
    case "declaration":
      return projectDeclaration(request.declaration, request.facts);
    default: {
      const list = await inventoryIn(resolve(folder, request.list));
      if (!list.ok) return list;
      const { entryNumber, reason, dispatch } = request;
      return request.form === "cancellation"
        ? projectCancellation(list.value, entryNumber, reason, dispatch)
        : projectReturn(list.value, entryNumber, reason, new Map(Object.entries(request.returned)), dispatch);
    }
  }
}

/** The one inventory list of a file. */
async function inventoryIn(path: string): Promise<Result<InventoryMessage, readonly MessageFault[]>> {
  if (!existsSync(path)) return err([fault("wrong_reference", "request", "list", { value: path, expected: "a file" })]);
  const read = readMessages(await readFile(path));
  if (!read.ok) return read;
  const [message, ...more] = read.value.messages;
  if (message?.kind !== "inventory" || more.length > 0)
    return err([fault("unknown_message", "request", "list", { value: message?.kind ?? null, expected: "one CEB621" })]);
  return ok(message);
}
