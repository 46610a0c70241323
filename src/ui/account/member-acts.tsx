"use client";

import { EllipsisVertical, Link2, LogOut, ShieldHalf, UserMinus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { MemberView } from "@/contracts/views/people";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { DropdownMenu, MenuItem, MenuSeparator } from "@/ui/parts/dropdown-menu";
import { PasswordLink } from "./password-link";
import { type Role, RolesField } from "./roles-field";

type Act = "roles" | "link" | "signOut" | "remove";

interface Props {
  readonly member: MemberView;
  readonly offered: readonly Role[];
}

/** What an admin can do about a person; what cannot be taken back is asked once. */
export function MemberActs({ member, offered }: Props) {
  const t = useTranslations("people");
  const router = useRouter();
  const [act, setAct] = useState<Act | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const close = () => {
    setAct(null);
    setLink(null);
    router.refresh();
  };
  const ask = (path: string, options: Parameters<typeof api>[1]) =>
    api(`/people/${member.userId}${path}`, options).then(close, (error: unknown) => toast.error(wordsOf(error)));
  const makeLink = () =>
    api<{ path: string }>(`/people/${member.userId}/password-link`, { method: "POST", json: {} }).then(
      ({ path }) => {
        setLink(path);
        setAct("link");
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <>
      <DropdownMenu
        trigger={
          <Button look="bare" size="icon" aria-label={t("acts", { name: member.name })}>
            <EllipsisVertical aria-hidden />
          </Button>
        }
      >
        <MenuItem onSelect={() => setAct("roles")}>
          <ShieldHalf aria-hidden />
          {t("changeRoles")}
        </MenuItem>
        <MenuItem onSelect={() => void makeLink()}>
          <Link2 aria-hidden />
          {t("newLink")}
        </MenuItem>
        <MenuItem onSelect={() => setAct("signOut")}>
          <LogOut aria-hidden />
          {t("signOut")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => setAct("remove")}>
          <UserMinus aria-hidden />
          {t("remove")}
        </MenuItem>
      </DropdownMenu>
      <Dialog title={t("changeRoles")} description={member.name} isOpen={act === "roles"} onOpenChange={close}>
        <RolesForm
          member={member}
          offered={offered}
          onSave={(roles) => void ask("", { method: "PATCH", json: { roles } })}
        />
      </Dialog>
      <Dialog title={t("newLink")} isOpen={act === "link" && link !== null} onOpenChange={close}>
        {link === null ? null : <PasswordLink path={link} name={member.name} />}
      </Dialog>
      <Confirm
        title={t("signOutTitle", { name: member.name })}
        lead={t("signOutLead")}
        act={t("signOut")}
        isOpen={act === "signOut"}
        onClose={close}
        onConfirm={() => void ask("/sessions", { method: "DELETE" })}
      />
      <Confirm
        title={t("removeTitle", { name: member.name })}
        lead={t("removeLead")}
        act={t("remove")}
        isOpen={act === "remove"}
        onClose={close}
        onConfirm={() => void ask("", { method: "DELETE" })}
      />
    </>
  );
}

interface RolesFormProps extends Props {
  readonly onSave: (roles: readonly Role[]) => void;
}

function RolesForm({ member, offered, onSave }: RolesFormProps) {
  const t = useTranslations("people");
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  return (
    <div className="flex flex-col gap-4">
      <RolesField roles={roles} offered={offered} onChange={setRoles} />
      <div className="flex justify-end">
        <Button disabled={roles.length === 0} onClick={() => onSave(roles)}>
          {t("save")}
        </Button>
      </div>
    </div>
  );
}

interface ConfirmProps {
  readonly title: string;
  readonly lead: string;
  readonly act: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

function Confirm({ title, lead, act, isOpen, onClose, onConfirm }: ConfirmProps) {
  const t = useTranslations("people");
  return (
    <Dialog title={title} description={lead} isOpen={isOpen} onOpenChange={onClose}>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button look="danger" onClick={onConfirm}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
