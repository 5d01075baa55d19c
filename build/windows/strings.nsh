; What the installer says, in both languages: short, and with what helps.

!macro Say NAME ENGLISH SPANISH
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_SPANISH} "${SPANISH}"
  !define ${NAME}_ENGLISH "${ENGLISH}"
  !define ${NAME}_SPANISH "${SPANISH}"
!macroend

!macro Pick VARIABLE NAME ; in .onInit, where $(NAME) is still in the language of Windows whatever was chosen
  ${If} $LANGUAGE = ${LANG_SPANISH}
    StrCpy ${VARIABLE} "${${NAME}_SPANISH}"
  ${Else}
    StrCpy ${VARIABLE} "${${NAME}_ENGLISH}"
  ${EndIf}
!macroend
!define GAP "$\r$\n$\r$\n"
!define DATA "$LOCALAPPDATA\${NAME}" ; as chapterdesk/paths.py has it

; Pages
!insertmacro Say NewTitle "Install ${NAME}" "Instalar ${NAME}"
!insertmacro Say NewText \
  "${NAME} ${VERSION} is installed for you alone: no administrator is needed.${GAP}What you record stays in files of your own, on this computer. Nothing is sent anywhere." \
  "${NAME} ${VERSION} se instala solo para ti: no hace falta ningún administrador.${GAP}Lo que anotes se queda en archivos tuyos, en este ordenador. No se envía nada a ninguna parte."
!insertmacro Say UpdateTitle "Update ${NAME}" "Actualizar ${NAME}"
!insertmacro Say UpdateText \
  "Installed now: ${NAME} $BeforeVersion$\r$\nAfterwards: ${NAME} ${VERSION}${GAP}Your files, settings and backups stay as they are. If ${NAME} is open, it is asked to close first." \
  "Instalado ahora: ${NAME} $BeforeVersion$\r$\nDespués: ${NAME} ${VERSION}${GAP}Tus archivos, tus ajustes y tus copias de seguridad se quedan como están. Si ${NAME} está abierto, primero se le pide que se cierre."
!insertmacro Say UpdateNow "&Update" "&Actualizar"
!insertmacro Say PlaceTitle "Where to install" "Dónde se instala"
!insertmacro Say PlaceSubtitle "The folder that is suggested is right for nearly everybody." "La carpeta propuesta sirve en casi todos los casos."
!insertmacro Say PlaceText \
  "${NAME} is installed into this folder. To choose another one, click Browse." \
  "${NAME} se instala en esta carpeta. Para elegir otra, pulsa Examinar."
!insertmacro Say PlaceFolder "Folder" "Carpeta"
!insertmacro Say CopyTitle "Installing" "Instalando"
!insertmacro Say CopySubtitle "${NAME} is being copied to this computer." "Se está copiando ${NAME} en este ordenador."
!insertmacro Say Closing "Asking ${NAME} to close" "Pidiendo a ${NAME} que se cierre"
!insertmacro Say DoneTitle "${NAME} is ready" "${NAME} está listo"
!insertmacro Say DoneText \
  "You find it in the Start menu. Double-clicking one of its files opens it as well." \
  "Lo encontrarás en el menú Inicio. También se abre al hacer doble clic en uno de sus archivos."
!insertmacro Say Finish "&Finish" "&Terminar"
!insertmacro Say OpenNow "&Open ${NAME}" "&Abrir ${NAME}"
!insertmacro Say OnDesktop "&Put a shortcut on the desktop" "&Poner un acceso directo en el escritorio"
!insertmacro Say AbortTitle "Not installed" "No se ha instalado"
!insertmacro Say AbortSubtitle "What was installed before is as it was." "Lo que había instalado está como estaba."
!insertmacro Say FileKind "${NAME} file" "Archivo de ${NAME}"

; What can be in the way
!insertmacro Say TooOld \
  "${NAME} needs Windows 11, or Windows 10 with version 1809 or later, of 64 bits. The Windows of this computer is another one; nothing was installed." \
  "${NAME} necesita Windows 11, o Windows 10 con la versión 1809 o posterior, de 64 bits. El Windows de este ordenador es otro; no se ha instalado nada."
!insertmacro Say Running \
  "${NAME} is being installed or removed already. Finish that first." \
  "${NAME} ya se está instalando o desinstalando. Termina eso primero."
!insertmacro Say NotWritable \
  "Nothing can be written into this folder; choose another one:$\r$\n$INSTDIR" \
  "En esta carpeta no se puede escribir; elige otra:$\r$\n$INSTDIR"
!insertmacro Say OtherProgram \
  "Another program is in this folder; choose another one:$\r$\n$INSTDIR" \
  "En esta carpeta hay otro programa; elige otra:$\r$\n$INSTDIR"
!insertmacro Say NoRoom \
  "There is not enough room on this drive: ${NEEDED_MB} MB are needed. Make room, then try again." \
  "En esta unidad no hay bastante espacio: hacen falta ${NEEDED_MB} MB. Libera espacio y vuelve a intentarlo."
!insertmacro Say StillOpen \
  "${NAME} is still open.${GAP}Look at its window: something typed may not be stored yet, or a dialog may be open. Finish there, close ${NAME} and click Retry.${GAP}Cancel leaves everything as it is." \
  "${NAME} sigue abierto.${GAP}Mira su ventana: puede que haya algo escrito sin guardar o un cuadro de diálogo abierto. Termina allí, cierra ${NAME} y pulsa Reintentar.${GAP}Si cancelas, todo se queda como está."
!insertmacro Say Newer \
  "${NAME} $BeforeVersion is installed, which is newer than ${VERSION}.${GAP}Files that were opened with the newer version may not open with the older one. Install ${VERSION} all the same?" \
  "Está instalado ${NAME} $BeforeVersion, que es más reciente que ${VERSION}.${GAP}Puede que los archivos abiertos con la versión más reciente no se abran con la anterior. ¿Instalar ${VERSION} de todos modos?"
!insertmacro Say NotReplaced \
  "Windows did not let the files of ${NAME} be replaced, so everything is as it was. Restart the computer, then try again." \
  "Windows no ha dejado sustituir los archivos de ${NAME}, así que todo está como estaba. Reinicia el ordenador y vuelve a intentarlo."

; Removing
!insertmacro Say UnTitle "Remove ${NAME}" "Desinstalar ${NAME}"
!insertmacro Say UnSubtitle "Your files stay." "Tus archivos se quedan."
!insertmacro Say UnText \
  "${NAME} is removed from this computer. The files that you keep with it are yours: they stay where they are, and open again once ${NAME} is installed again." \
  "${NAME} se quita de este ordenador. Los archivos que llevas con él son tuyos: se quedan donde están y volverán a abrirse cuando instales ${NAME} de nuevo."
!insertmacro Say UnTick \
  "&Also remove the settings, logs and backups of this computer" \
  "&Quitar también los ajustes, los registros y las copias de seguridad de este ordenador"
!insertmacro Say UnTickText \
  "They are in ${DATA}. Without the backups, an earlier state of a file cannot be brought back." \
  "Están en ${DATA}. Sin las copias de seguridad no se puede recuperar un estado anterior de un archivo."
!insertmacro Say UnCopyTitle "Removing" "Desinstalando"
!insertmacro Say UnDoneTitle "${NAME} was removed" "${NAME} se ha desinstalado"
!insertmacro Say UnKeptFiles "Your files are where you saved them." "Tus archivos están donde los guardaste."
!insertmacro Say UnKeptData \
  "Your settings and backups were kept in ${DATA}." \
  "Tus ajustes y tus copias de seguridad se han conservado en ${DATA}."
!insertmacro Say UnRemovedData \
  "The settings, logs and backups of this computer were removed." \
  "Los ajustes, los registros y las copias de seguridad de este ordenador se han quitado."
!insertmacro Say UnKeptFolder \
  "This folder stays, for there is something in it that is not the program's: $INSTDIR" \
  "Esta carpeta se queda, porque contiene algo que no es del programa: $INSTDIR"
