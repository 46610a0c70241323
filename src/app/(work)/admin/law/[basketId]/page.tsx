import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { AddChange } from "@/ui/law/add-change";
import { BasketActs } from "@/ui/law/basket-acts";
import { BasketHeader } from "@/ui/law/basket-header";
import { ChangeTable } from "@/ui/law/change-table";
import { CheckBasket } from "@/ui/law/check-basket";
import { GoldenCases } from "@/ui/law/golden-cases";
import { ImpactTable } from "@/ui/law/impact-table";
import { ImportChanges } from "@/ui/law/import-changes";
import { Section } from "@/ui/parts/card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("law"))("basket") };
}

interface Props {
  readonly params: Promise<{ readonly basketId: string }>;
}

export default async function LawBasketPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const found = await queries().getLawBasket(actor, (await params).basketId);
  if (!found.ok || !found.value) notFound();
  const basket = found.value;
  const t = await getTranslations("law");
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <BasketHeader basket={basket}>
        <BasketActs key={basket.state} basket={basket} />
      </BasketHeader>
      <Section
        title={t("changes", { count: basket.changes.length })}
        aside={
          basket.canEdit ? (
            <>
              <ImportChanges basketId={basket.id} />
              <AddChange basketId={basket.id} effectiveOn={basket.effectiveOn} />
            </>
          ) : null
        }
      >
        <ChangeTable basket={basket} />
      </Section>
      <Section title={t("checks")} aside={basket.canEdit ? <CheckBasket basket={basket} /> : null}>
        <GoldenCases basket={basket} />
      </Section>
      <Section title={t("impact")}>
        <ImpactTable basket={basket} />
      </Section>
    </div>
  );
}
