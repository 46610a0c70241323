/** The walls of the house: domain ← contracts ← application ← adapters; drivers get their adapters from runtime. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      "domain-is-pure",
      "^src/domain/",
      ["^src/domain/"],
      "The domain imports no package, no Node module and no other layer.",
    ),
    only(
      "contracts-parse-only",
      "^src/contracts/",
      ["^src/(domain|contracts)/", "node_modules/zod/"],
      "Contracts know the domain and zod.",
    ),
    only(
      "application-decides",
      "^src/application/",
      ["^src/(domain|contracts|application)/"],
      "Use cases know ports, not technology.",
    ),
    {
      name: "adapters-stay-inside",
      comment: "An adapter implements ports; it knows no driver and no wiring.",
      severity: "error",
      from: { path: "^src/adapters/" },
      to: { path: "^src/(app|ui|worker|api|cli|runtime|launch)/" },
    },
    {
      name: "one-technology-an-adapter",
      comment: "Adapters do not reach into one another; what they share is a port or the domain.",
      severity: "error",
      from: { path: "^src/adapters/([^/]+)/" },
      // Sign-in keeps its people in the same database; it gets its client, and nothing else, from there.
      to: { path: "^src/adapters/", pathNot: ["^src/adapters/$1/", "^src/adapters/prisma/client\\.ts$"] },
    },
    {
      name: "only-runtime-wires",
      // What checks proofs in a browser is in the browser, which has no runtime.
      comment: "Drivers get their adapters from the runtime.",
      severity: "error",
      from: { path: "^src/(app|ui|worker|api|cli|publisher)/", pathNot: "^src/ui/evidence/verify-here\\.ts$" },
      to: { path: "^src/adapters/" },
    },
    {
      name: "drivers-apart",
      comment: "Drivers do not know each other; the web application mounts the API.",
      severity: "error",
      from: { path: "^src/(app|ui|worker|api|cli)/" },
      to: { path: "^src/(worker|cli|launch)/", pathNot: "^src/$1/" },
    },
    {
      name: "ui-draws",
      comment: "Components know the contracts and the domain's words, never use cases or wiring.",
      severity: "error",
      from: { path: "^src/ui/" },
      to: { path: "^src/(app|api|application|runtime)/" },
    },
    only(
      "verifier-stands-alone",
      "^src/verifier/",
      ["^src/(verifier|domain|contracts|messages)/", "^src/adapters/noble/", "node_modules/zod/", "^(crypto|fs|path)$"],
      "The page that verifies proofs has only what is true, its words and its signatures: nothing that reaches a network.",
    ),
    {
      name: "runtime-wires-only",
      severity: "error",
      from: { path: "^src/runtime/" },
      to: { path: "^src/(app|ui|worker|api|cli|launch)/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        path: "^src/",
        pathNot: ["\\.d\\.ts$", "^src/launch/", "^src/app/.*(page|layout|route|error|not-found|loading)\\.tsx?$"],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/adapters/prisma/generated/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
