import type { Alert, LineFacts } from "@/domain/alert/alert";

/** An alert with who raised it. */
export interface AlertRecord extends Alert {
  readonly organisationId: string;
  readonly state: "active" | "lifted";
  readonly raisedBy: string;
  readonly raisedByName: string;
  /** Who held the raiser's password link when they raised it. */
  readonly raiserLinkedBy: string | null;
  readonly raisedAt: Date;
}

/** A shipment that the transaction may see, with its lines as an alert asks for them. */
export interface AlertSubject {
  readonly shipmentId: string;
  readonly lines: readonly LineFacts[];
}

/** Alerts of an authority. An assessment asks for them in a transaction of the authority; who lodges sees none. */
export interface AlertStore {
  get(id: string): Promise<AlertRecord | null>;
  active(): Promise<readonly AlertRecord[]>;
  add(alert: AlertRecord): Promise<void>;
  /** False when it is lifted already. */
  lift(id: string, by: { readonly id: string; readonly name: string }, reason: string): Promise<boolean>;
  /** The shipments that were lodged and that the alert could be of, with all their lines. */
  subjectsOf(alert: Alert): Promise<readonly AlertSubject[]>;
}
