// Builds what a container image holds: the client, the bundles, the web application.
import { prepare } from "./prepare.mjs";

await prepare();
const { buildForImage } = await import("../../dist/launch.mjs");
await buildForImage();
