import type { Publishing } from "./publishing";
import type { Route } from "./route";
import { credentialRoutes } from "./routes/credentials";
import { digitalLinkRoutes } from "./routes/digital-links";
import { labelRoutes } from "./routes/labels";
import { logRoutes } from "./routes/log";
import { passportRoutes } from "./routes/passports";

/** Every address that is published, a file a topic. The first pattern that fits answers. */
export function createRoutes(publishing: Publishing): readonly Route[] {
  return [
    ...passportRoutes(publishing),
    ...credentialRoutes(publishing),
    ...labelRoutes(publishing),
    ...logRoutes(publishing),
    ...digitalLinkRoutes(publishing),
  ];
}
