import { FileCheck2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ShipmentView } from "@/contracts/views/shipment";
import { EmptyState } from "@/ui/parts/empty-state";
import { ReleaseProof } from "./release-proof";
import { ReplayTax } from "./replay-tax";
import { VerifyChain } from "./verify-chain";

/** What of a shipment can be proven to whom who believes nobody: its releases, its chain, and its tax made again. */
export function ShipmentEvidence({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("proof");
  return (
    <div className="flex flex-col gap-6 px-4 pt-5 md:px-6">
      <section className="flex flex-col gap-3">
        <div>
          <h2 className="text-base font-semibold">{t("releases")}</h2>
          <p className="max-w-prose text-sm text-muted">{t("releasesHint")}</p>
        </div>
        {shipment.releaseOrders.length === 0 ? (
          <EmptyState icon={FileCheck2} words={t("noRelease")} />
        ) : (
          <div className="grid gap-4 xl:grid-cols-2">
            {shipment.releaseOrders.map((order) => (
              <ReleaseProof key={order.id} order={order} />
            ))}
          </div>
        )}
        <p className="text-sm">
          <a className="underline" href="/api/v1/evidence/verify.html" download>
            {t("verifier")}
          </a>{" "}
          <span className="text-muted">{t("verifierHint")}</span>{" "}
          <a className="underline" href="/api/v1/evidence/trust.json" download>
            {t("keys")}
          </a>
        </p>
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="text-base font-semibold">{t("again")}</h2>
        <VerifyChain shipmentId={shipment.id} />
        <ReplayTax shipmentId={shipment.id} />
      </section>
    </div>
  );
}
