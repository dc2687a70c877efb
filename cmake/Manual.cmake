# The manual page, the HTML manual and the shells' completions, written by the program itself after each build, so that
# they say what it says. Installed where man, bash, zsh and fish look.
function(folkmoot_manual program)
  set(folder ${PROJECT_BINARY_DIR}/manual)
  file(GLOB texts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/help/*.md ${PROJECT_SOURCE_DIR}/data/templates/*.toml)
  set(outputs)
  foreach(line "folkmoot.1 manual --format man" "folkmoot.html manual --format html" "folkmoot.bash completion bash"
               "_folkmoot completion zsh" "folkmoot.fish completion fish")
    separate_arguments(words UNIX_COMMAND "${line}")
    list(POP_FRONT words file)
    list(JOIN words " " typed)
    # The data of this checkout and no settings in every case, and letters beyond ASCII in every locale.
    add_custom_command(
      OUTPUT ${folder}/${file}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
      COMMAND ${CMAKE_COMMAND} -E env --unset=FOLKMOOT_CLOCK --unset=HOME --unset=XDG_CONFIG_HOME LC_ALL=C.UTF-8 FOLKMOOT_DATA=${PROJECT_SOURCE_DIR}/data
              $<TARGET_FILE:${program}> ${words} > ${folder}/${file}
      DEPENDS ${program} ${texts}
      COMMENT "folkmoot ${typed}"
      VERBATIM)
    list(APPEND outputs ${folder}/${file})
  endforeach()
  add_custom_target(${program}_manual ALL DEPENDS ${outputs})
  install(FILES ${folder}/folkmoot.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${folder}/folkmoot.html DESTINATION ${CMAKE_INSTALL_DOCDIR})
  install(FILES ${folder}/folkmoot.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
          RENAME folkmoot)
  install(FILES ${folder}/_folkmoot DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${folder}/folkmoot.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endfunction()
