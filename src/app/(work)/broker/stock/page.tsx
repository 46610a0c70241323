import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { BookList } from "@/ui/stock/book-list";
import { RegisterBook } from "@/ui/stock/register-book";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock"))("title") };
}

export default async function StockPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const books = await queries().listBooks(actor);
  if (!books.ok) notFound();
  const t = await getTranslations("stock");
  const destructions = await getTranslations("destruction");
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")}>
        {books.value.length > 0 ? (
          <>
            <Button asChild look="quiet">
              <Link href="/broker/stock/destructions">{destructions("title")}</Link>
            </Button>
            <RegisterBook />
          </>
        ) : null}
      </PageHeader>
      {books.value.length === 0 ? (
        <EmptyState icon={BookOpen} words={t("empty")} action={<RegisterBook />} />
      ) : (
        <BookList books={books.value} />
      )}
    </div>
  );
}
