/** Says before anything is pressed what one administrator alone does not do. */
export function SecondHand() {
  return (
    <p className="mt-4 max-w-[36em] text-sm text-second">
      管理员和编辑的发布、印发权限，须由安全管理员同意后生效，初始密码由其交给本人；涉及安全管理员的由审计管理员同意。其余的即时生效。
    </p>
  )
}
