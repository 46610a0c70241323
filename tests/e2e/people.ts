/** The people of the demonstration. */
export const PEOPLE = {
  broker: "broker@harbour.example",
  otherBroker: "broker@lotus.example",
  officer: "officer@customs.example",
  secondOfficer: "officer2@customs.example",
  admin: "admin@customs.example",
  secondAdmin: "admin2@customs.example",
} as const;

export const PASSWORD = "two-gates-one-declaration";

/** Where the session of a person is kept during the run. */
export function stateOf(name: keyof typeof PEOPLE): string {
  return `test-results/session-${name}.json`;
}
