'use client'
import { useEffect, useLayoutEffect } from 'react'

/** `useLayoutEffect` for what is rendered on a server too: there React 18 warns of it, and neither runs. */
export const useLayout = typeof document === 'undefined' ? useEffect : useLayoutEffect
