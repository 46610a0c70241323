import { config } from "zod";

// The rules of the page let no code be made from text; zod must not try, and is told before any schema is made.
config({ jitless: true });
