import type { CredentialSigner } from "@/application/credential-signer";
import type { ObjectStore } from "@/application/ports";
import type { Published } from "@/application/published";
import type { IssuerPlace } from "@/domain/passport/credential";
import type { LocalDate } from "@/domain/shared/local-date";

/** What the routes are made with. */
export interface Publishing {
  readonly published: Published;
  readonly files: Pick<ObjectStore, "read">;
  readonly signer: Pick<CredentialSigner, "keys">;
  readonly issuer: IssuerPlace;
  readonly today: () => LocalDate;
  readonly qr: (text: string, label: string) => string;
}
