"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { PasswordLink } from "./password-link";
import { ROLES, type Role, RolesField } from "./roles-field";

const schema = z.object({
  name: filled(100),
  email: z.email("email").check(z.maxLength(200, "long")),
  roles: z.array(z.enum(ROLES)).check(z.minLength(1, "role")),
});

interface Added {
  readonly name: string;
  readonly path: string;
}

/** Adds a person and shows the link by which they choose a password, this once. */
export function AddPerson({ offered }: { readonly offered: readonly Role[] }) {
  const t = useTranslations("people");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);
  const close = (open: boolean) => {
    setOpen(open);
    if (open) return;
    setAdded(null);
    router.refresh();
  };
  return (
    <Dialog
      title={t("add")}
      description={t("addLead")}
      isOpen={isOpen}
      onOpenChange={close}
      trigger={
        <Button>
          <UserPlus aria-hidden />
          {t("add")}
        </Button>
      }
    >
      {added === null ? (
        <PersonForm offered={offered} onAdded={setAdded} />
      ) : (
        <div className="flex flex-col gap-4">
          <PasswordLink {...added} />
          <div className="flex justify-end">
            <Button look="quiet" onClick={() => close(false)}>
              {t("done")}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function PersonForm({
  offered,
  onAdded,
}: {
  readonly offered: readonly Role[];
  readonly onAdded: (added: Added) => void;
}) {
  const t = useTranslations("people");
  const words = useErrorWords();
  const form = useCheckedForm(schema, { name: "", email: "", roles: offered.slice(0, 1) });
  const { errors, isSubmitting } = form.formState;
  const add = form.handleSubmit((json) =>
    api<{ path: string }>("/people", { method: "POST", json }).then(
      ({ path }) => onAdded({ name: json.name, path }),
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <form onSubmit={(event) => void add(event)} noValidate className="flex flex-col gap-4">
      <TextField label={t("name")} error={words(errors.name)} autoComplete="off" {...form.register("name")} />
      <TextField
        type="email"
        label={t("email")}
        error={words(errors.email)}
        autoComplete="off"
        {...form.register("email")}
      />
      <RolesField
        roles={form.watch("roles")}
        offered={offered}
        onChange={(roles) => form.setValue("roles", roles, { shouldValidate: true })}
        error={words(errors.roles)}
      />
      <div className="flex justify-end">
        <Button type="submit" disabled={isSubmitting}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}
