import type { MessageCodec } from "@/application/message-codec";
import { ok } from "@/domain/shared/result";
import type { CebCodes } from "./codes";
import { parseCeb } from "./parse";
import { renderCeb } from "./render";

/** The retail messages of China's single window, without their signatures. */
export function createCebCodec(codes: CebCodes): MessageCodec {
  return {
    syntax: "ceb",
    render: (message) => {
      const written = renderCeb(message, codes);
      return written.ok ? ok(new TextEncoder().encode(written.value)) : written;
    },
    parse: (bytes) => parseCeb(bytes, codes),
  };
}
