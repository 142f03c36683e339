/// <reference types="vite/client" />
// Not beside the oldest React, which this would find there.
import { version } from 'react'

// A page that was meant for one React and got another proves nothing.
if (!version.startsWith(`${import.meta.env.VITE_REACT}.`))
  throw new Error(`This runs on React ${version}.`)
