import { adoptEvidence } from "@/application/adopt-evidence";
import { alarmLog } from "@/application/alarm-log";
import { publishHead, sequenceLeaves } from "@/application/keep-log";
import type { LogSigner, LogStore, WitnessClient } from "@/application/log-record";
import type { UnitOfWork, World } from "@/application/ports";
import type { Tools } from "@/domain/transparency/checkpoint";
import { repeat } from "./relay";

/** Between one look for leaves that wait and the next: how long a leaf waits for its place at most, while it runs. */
const SEQUENCE_MS = 100;
/** Between one publication and the next, which is as often as witnesses are asked. */
const PUBLISH_MS = 1_000;

/** Between one look for organisations whose evidence is older than the log and the next. */
const ADOPT_MS = 60_000;

/** Between one look for incidents and the next. */
const ALARM_MS = 5_000;

interface Ports {
  readonly world: World;
  readonly inTransaction: UnitOfWork;
  readonly store: LogStore;
  readonly signer: LogSigner;
  readonly client: WitnessClient;
  readonly tools: Tools;
  readonly now: () => Date;
  /** How many witnesses must have seen a checkpoint. */
  readonly quorum: number;
}

/** Gives leaves their places as they come, and publishes what was signed with what witnesses saw. */
export function keepLog(ports: Ports, onError: (error: Error) => void) {
  const sequencing = repeat(SEQUENCE_MS, onError, async () => {
    if ((await sequenceLeaves(ports)) > 0) sequencing.wake();
  });
  const publishing = repeat(PUBLISH_MS, onError, async () => void (await publishHead(ports)));
  const adopting = repeat(ADOPT_MS, onError, async () => {
    for (const organisationId of await ports.store.unadopted())
      await adoptEvidence(ports.inTransaction, { kind: "system", id: "system", name: "system", organisationId });
  });
  const alarming = repeat(ALARM_MS, onError, () => alarmLog(ports));
  return { close: () => Promise.all([sequencing.close(), publishing.close(), adopting.close(), alarming.close()]) };
}
