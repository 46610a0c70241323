import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { AeoImport } from "@/ui/credit/aeo-import";
import { AeoList } from "@/ui/credit/aeo-list";
import { AeoProposal } from "@/ui/credit/aeo-proposal";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("aeo"))("title") };
}

export default async function AeoPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const t = await getTranslations("aeo");
  const { rows } = await queries().listAeo(actor, { limit: 200 });
  return (
    <div className="flex flex-col gap-6 px-4 py-6 md:px-6">
      <div className="flex flex-wrap items-end gap-3">
        <div>
          <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
          <p className="text-muted">{t("lead")}</p>
        </div>
        <div className="ml-auto flex gap-2">
          <AeoImport />
          <AeoProposal />
        </div>
      </div>
      <AeoList rows={rows} />
    </div>
  );
}
