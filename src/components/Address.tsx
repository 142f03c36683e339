/** An e-mail address: always left to right, and kept apart from the text around it. */
export function Address({ children }: { children: string }) {
  return (
    <bdi dir="ltr" className="ik-address">
      {children}
    </bdi>
  )
}
