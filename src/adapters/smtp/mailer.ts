import nodemailer from "nodemailer";
import { DependencyError } from "@/application/ports";
import type { Mailer } from "@/application/send-mail";

const CONNECT_MS = 10_000;
const SILENT_MS = 20_000;
/** From here on SMTP says that trying again cannot help. RFC 5321, 4.2.1. */
const FOR_GOOD = 500;
/** The server does not take our name or password: an operator can mend that, so that it is tried again. */
const REFUSED_SIGN_IN = [530, 534, 535, 538];

interface Options {
  /** `smtp://` or `smtps://`, with name and password where the server wants them. */
  readonly url: string;
  /** The sender's address. */
  readonly from: string;
}

/** Sends e-mail by SMTP, one connection for each: they are few, and a connection that is kept breaks unseen. */
export function createMailer({ url, from }: Options): Mailer {
  const { hostname } = new URL(url);
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    // A mail is made of our own words alone; nothing in it may have files or addresses fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, html, key }) => {
      await transport
        .sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId: `<${key}@twogate.${hostname.replace(/[^A-Za-z0-9.-]/g, "-")}>`,
          headers: { "Auto-Submitted": "auto-generated" },
        })
        .catch((cause: unknown) => {
          throw failureOf(cause);
        });
    },
  };
}

/** The server's words may hold the address, so that only its code is kept. */
function failureOf(cause: unknown): DependencyError {
  const code = (cause as { responseCode?: unknown }).responseCode;
  if (typeof code !== "number")
    return new DependencyError("mail", true, "The mail server is not to be reached.", { cause });
  const isForGood = code >= FOR_GOOD && !REFUSED_SIGN_IN.includes(code);
  return new DependencyError("mail", !isForGood, `The mail server answered ${code}.`, { cause });
}
